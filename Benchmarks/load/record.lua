-- wrk … -s record.lua URL -- COOKIE LIST TOKEN THREADS: records the impact checks of LIST, each once, each thread its own;
-- a thread that has recorded all of its checks stops.
require("report") -- beside these files; LUA_PATH says where
require("forms")

function request()
   local place = math.min(turn + 1, #addresses)
   if isSent() then
      turn = turn + 1
   end
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
