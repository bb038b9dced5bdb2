-- Opens pages as the people whose sessions stand beside them. PAGES: a file of lines "session address".
local pages, next_page = {}, 0
local thread_count = 0
function setup(thread)
    thread:set("first", thread_count)
    thread_count = thread_count + 1
end
function init()
    for line in io.lines(os.getenv("PAGES")) do
        local token, path = line:match("^(%S+) (%S+)")
        pages[#pages + 1] = wrk.format("GET", path, { Cookie = "__Host-candour=" .. token })
    end
    next_page = first * 131
end
function request()
    next_page = next_page + 1
    return pages[next_page % #pages + 1]
end
-- PAUSE: milliseconds that a connection rests before each request.
local pause = tonumber(os.getenv("PAUSE")) or 0
if pause > 0 then function delay() return pause end end
function done(summary, latency)
    io.write(string.format("%d requests, %.0f a second, %d not 2xx, p50 %.1f ms, p99 %.1f ms\n", summary.requests,
        summary.requests / (summary.duration / 1e6), summary.errors.status + summary.errors.timeout + summary.errors.read,
        latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
