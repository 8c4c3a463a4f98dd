-- wrk … -s record.lua URL -- COOKIE LIST TOKEN THREADS: records the impact checks of LIST, each once, each thread its own;
-- a thread that has recorded all of its checks stops.
-- A line of LIST is the address that takes what was found, a tab and the version of the check.
require("report") -- beside this file; LUA_PATH says where

local started = 0
local addresses, versions, turn, headers, token = {}, {}, 0, {}, ""
local isTried = false

function setup(thread)
   started = started + 1
   thread:set("number", started)
end

function init(args)
   headers = { Cookie = args[1], ["Content-Type"] = "application/x-www-form-urlencoded" }
   token = args[3]
   local line_number = 0
   for line in io.lines(args[2]) do
      line_number = line_number + 1
      if line_number % tonumber(args[4]) == number - 1 then
         local path, version = line:match("^([^\t]+)\t(%d+)$")
         addresses[#addresses + 1] = path
         versions[#versions + 1] = version
      end
   end
end

function request()
   local place = math.min(turn + 1, #addresses)
   -- wrk first asks its first thread for a request that it does not send.
   if number > 1 or isTried then
      turn = turn + 1
   end
   isTried = true
   local body = string.format(
      "form-token=%s&version=%s&finding=Measured:+seen+in+%d+of+6+lessons+of+this+half+term&rating=amber&response=adapt" ..
      "&words=The+two+rooms+where+it+works+show+the+others.", token, versions[place], place % 6 + 1)
   return wrk.format("POST", addresses[place], headers, body)
end

function response()
   if turn >= #addresses then wrk.thread:stop() end
end

function done(summary, latency)
   report(summary, latency)
end
