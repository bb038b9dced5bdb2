-- Each thread (of one connection) is a browser that fills in one questionnaire after the other. FORMS: a file of lines "id
-- session". HOW=script: each answer is saved as it is chosen, on one page; HOW=pages: every page is read and sent, as
-- without script. FIRST: how many forms an earlier run has used up.
local forms = {}
local thread_count = 0
threads = {}
function setup(thread)
    thread:set("number", thread_count)
    thread_count = thread_count + 1
    threads[#threads + 1] = thread
end
answers, finished, wrong, said = 0, 0, 0, ""
local how, at, form, cookie, question, field = os.getenv("HOW"), 0, nil, "", 0, {}
local step
function init()
    for line in io.lines(os.getenv("FORMS")) do
        local id, token = line:match("^(%S+) (%S+)")
        forms[#forms + 1] = { id = id, token = token }
    end
    at = (tonumber(os.getenv("FIRST")) or 0) + number * tonumber(os.getenv("EACH"))
end
local function encode(text)
    return (text:gsub("[^%w%-_%.~]", function(c) return string.format("%%%02X", c:byte()) end))
end
local function hidden(body)
    local found, from = {}, 1
    while true do
        local first = body:find("<input", from, true)
        if not first then return found end
        from = body:find(">", first, true)
        local tag = body:sub(first, from)
        if tag:find('type="hidden"', 1, true) then
            local name, value = tag:match('name="([^"]*)"'), tag:match('value="([^"]*)"')
            if name and not found[name] then found[name] = value or "" end
        end
    end
end
local function post(path, values)
    local parts = {}
    for name, value in pairs(values) do parts[#parts + 1] = name .. "=" .. encode(tostring(value)) end
    return wrk.format("POST", path, { Cookie = cookie, ["Content-Type"] = "application/x-www-form-urlencoded" }, table.concat(parts, "&"))
end
local function value() return question == 9 and 0 or (question + at) % 4 end
function request()
    if not step then
        at = at + 1
        form = forms[at]
        if not form then wrk.thread:stop() return wrk.format("GET", "/healthz") end
        cookie = "__Host-candour=" .. form.token
        step, question = "start", 0
    end
    local base = "/q/" .. form.id
    if step == "start" then return wrk.format("GET", base, { Cookie = cookie }) end
    if step == "begin" then field.FilledInBy = "Person" return post(base, field) end
    if step == "read" then return wrk.format("GET", base .. "/" .. question, { Cookie = cookie }) end
    if step == "choose" then field.Answer, field.Choice = value(), question return post(base .. "/" .. question .. "?handler=Choose", field) end
    if step == "answer" then field.Answer = value() return post(base .. "/" .. question, field) end
    if step == "check" then return wrk.format("GET", base .. "/check", { Cookie = cookie }) end
    return post(base .. "/check", field)
end
function response(status, headers, body)
    if status >= 400 then wrong = wrong + 1 said = step .. " " .. status step = nil return end
    for name, text in pairs(headers) do
        if name:lower() == "set-cookie" then cookie = cookie .. "; " .. text:match("^[^;]*") end
    end
    if step == "start" then field = hidden(body) step = "begin"
    elseif step == "begin" then question, step = 1, "read"
    elseif step == "read" then field = hidden(body) step = how == "script" and "choose" or "answer"
    elseif step == "choose" then
        answers = answers + 1
        if question == 16 then step = nil else question = question + 1 end
    elseif step == "answer" then
        answers = answers + 1
        if question == 16 then step = "check" else question, step = question + 1, "read" end
    elseif step == "check" then field = hidden(body) step = "send"
    elseif step == "send" then finished, step = finished + 1, nil end
end
-- PAUSE: milliseconds that a connection rests before each request.
local pause = tonumber(os.getenv("PAUSE")) or 0
if pause > 0 then function delay() return pause end end
function done(summary, latency)
    local a, f, w, why = 0, 0, 0, ""
    for _, thread in ipairs(threads) do
        a, f, w = a + thread:get("answers"), f + thread:get("finished"), w + thread:get("wrong")
        if thread:get("said") ~= "" then why = thread:get("said") end
    end
    local seconds = summary.duration / 1e6
    io.write(string.format("%.0f answers a second, %.1f questionnaires a second, %.0f requests a second, p50 %.1f ms, p99 %.1f ms; %d refused %s\n",
        a / seconds, f / seconds, summary.requests / seconds, latency:percentile(50) / 1000, latency:percentile(99) / 1000, w, why))
end
