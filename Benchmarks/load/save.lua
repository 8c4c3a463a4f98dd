-- wrk … -s save.lua URL -- COOKIE LIST TOKEN THREADS: judges the statements of LIST one after another, each
-- thread its own, with a level and a reason that always differ from those before.
-- A line of LIST is the address of a judgement, a tab and the version that is kept. A statement's turn comes again only
-- after all others had theirs, so its version is known without reading answers.
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
         versions[#versions + 1] = tonumber(version)
      end
   end
end

function request()
   local place = turn % #addresses + 1
   local version = versions[place]
   -- wrk first asks its first thread for a request that it does not send.
   if number > 1 or isTried then
      versions[place] = version + 1
      turn = turn + 1
   end
   isTried = true
   local body = string.format(
      "form-token=%s&version=%d&level=%d&reason=Seen+in+%d+of+6+lessons+of+this+half+term,+and+told+by+pupils" ..
      "+in+their+own+words,+time+%d.", token, version, version % 4 + 1, turn % 6 + 1, version)
   return wrk.format("POST", addresses[place], headers, body)
end

function done(summary, latency)
   report(summary, latency)
end
