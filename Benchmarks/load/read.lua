-- wrk … -s read.lua URL -- COOKIE LIST: asks for the addresses of LIST in an order drawn by lot.
-- A line of LIST is an address, or an address, a tab and the tag of the copy that the browser has.
require("report") -- beside this file; LUA_PATH says where

local threads = 0
local requests = {}

function setup(thread)
   threads = threads + 1
   thread:set("number", threads)
end

function init(args)
   math.randomseed(number)
   for line in io.lines(args[2]) do
      local path, tag = line:match("^([^\t]+)\t?(.*)$")
      local headers = { Cookie = args[1] ~= "" and args[1] or nil, ["If-None-Match"] = tag ~= "" and tag or nil }
      requests[#requests + 1] = wrk.format("GET", path, headers)
   end
end

function request()
   return requests[math.random(#requests)]
end

function done(summary, latency)
   report(summary, latency)
end
