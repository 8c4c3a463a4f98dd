-- What the scripts that send forms share: COOKIE LIST TOKEN THREADS, each thread with its own lines of LIST.
-- A line of LIST is the address that takes the form, a tab and the version that is kept.
local isTried = false
local started = 0
addresses, versions, turn, headers, token = {}, {}, 0, {}, ""

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

-- wrk first asks its first thread for a request that it does not send.
function isSent()
   local before = isTried
   isTried = true
   return number > 1 or before
end
