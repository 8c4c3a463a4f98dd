-- What wrk found, as one line of JSON: microseconds of a whole answer, and what went wrong.
function report(summary, latency)
   local wrong = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
   io.write(string.format(
      '\n{"answers": %d, "seconds": %.6f, "bytes": %d, "refused": %d, "broken": %d, "p50": %.0f, "p95": %.0f, "p99": %.0f}\n',
      summary.requests, summary.duration / 1e6, summary.bytes, summary.errors.status, wrong,
      latency:percentile(50), latency:percentile(95), latency:percentile(99)))
end
