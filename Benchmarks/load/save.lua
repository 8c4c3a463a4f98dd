-- wrk … -s save.lua URL -- COOKIE LIST TOKEN THREADS: judges the statements of LIST one after another, each
-- thread its own, with a level and a reason that always differ from those before.
-- A line of LIST is the address of a judgement, a tab and the version that is kept. A statement's turn comes again only
-- after all others had theirs, so its version is known without reading answers.
require("report") -- beside these files; LUA_PATH says where
require("forms")

function request()
   local place = turn % #addresses + 1
   local version = versions[place]
   if isSent() then
      versions[place] = version + 1
      turn = turn + 1
   end
   local body = string.format(
      "form-token=%s&version=%d&level=%d&reason=Seen+in+%d+of+6+lessons+of+this+half+term,+and+told+by+pupils" ..
      "+in+their+own+words,+time+%d.", token, version, version % 4 + 1, turn % 6 + 1, version)
   return wrk.format("POST", addresses[place], headers, body)
end

function done(summary, latency)
   report(summary, latency)
end
