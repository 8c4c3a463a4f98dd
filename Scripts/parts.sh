# shellcheck shell=bash
# Sourced by Scripts/test: runs named parts, one after another or beside each other, tells how each went, and sums up.
# A part's output goes to var/test/NAME.log; of a failing part the end is shown at once.

declare -A result=() process=() started=()
order=()

# Runs COMMAND as part NAME, unless a part that it needs did not pass. Never fails itself: `summary` does.
part() { # NAME "NEEDED PARTS" COMMAND...
    begin "$@"
    finish "$1"
}

# Begins COMMAND as part NAME beside whatever runs, unless a part that it needs did not pass; `finish` waits for it.
begin() { # NAME "NEEDED PARTS" COMMAND...
    local name=$1 needed=$2 need
    shift 2
    order+=("$name")
    for need in $needed; do
        [[ ${result[$need]:-} != passed ]] || continue
        result[$name]=skipped
        printf '%-16s skipped, because %s did not pass\n' "$name" "$need"
        return
    done
    started[$name]=$SECONDS
    [[ ${CI:-} != true ]] || printf '%-16s started\n' "$name"
    # A process group of its own, so that an interruption can end all of it.
    set -m
    "$@" >"var/test/$name.log" 2>&1 </dev/null &
    process[$name]=$!
    set +m
}

finish() { # NAME...
    local name
    for name in "$@"; do
        [[ -n ${process[$name]:-} ]] || continue
        await "$name"
        printf '%-16s %s, %d s\n' "$name" "${result[$name]}" $((SECONDS - started[$name]))
        [[ ${result[$name]} == passed ]] || show_end "var/test/$name.log"
    done
}

await() { # NAME
    local name=$1 log=var/test/$1.log running=${process[$1]} told=$SECONDS status=0
    while kill -0 "$running" 2>/dev/null; do
        sleep 0.2
        if [[ ${CI:-} == true && $((SECONDS - told)) -ge 30 ]]; then
            told=$SECONDS
            printf '    %s: %s\n' "$name" "$(tail -n 1 "$log" | cut -c 1-150)"
        fi
    done
    wait "$running" || status=$?
    kill -TERM -- "-$running" 2>/dev/null || true # what it left behind
    unset "process[$name]"
    result[$name]=failed
    if [[ $status == 0 ]] && ! ran_no_test "$log"; then result[$name]=passed; fi
}

# Swift's test runner ends its test process when interrupted, and leaves it behind when terminated.
end_running() {
    [[ ${#process[@]} -gt 0 ]] || return 0
    local running
    for running in "${process[@]}"; do kill -INT -- "-$running" 2>/dev/null || true; done
    sleep 2
    for running in "${process[@]}"; do kill -TERM -- "-$running" 2>/dev/null || true; done
}

# A runner that found no test says so and is content; we are not.
ran_no_test() { grep -q 'Test run with 0 tests' "$1"; } # LOG

show_end() { # LOG
    printf -- '---- the end of %s\n' "$1"
    tail -n 80 "$1"
    printf -- '----\n'
}

# The closing lines of Swift Testing and pytest in LOG, without pytest's ruler.
counts() { # LOG
    sed -nE -e 's/^.*(Test run with [0-9]+ tests?.*)$/\1/p' \
        -e 's/^=+ ([0-9]+ (passed|failed|error|skipped).* in [0-9.]+s.*) =+$/\1/p' "$1" |
        paste -sd ';'
}

# What failed in LOG, a line each: Swift Testing's issues, pytest's short summary, what a program that died said of
# itself. Where nothing says it, how LOG ends.
failures() { # LOG
    local said
    said=$(grep -aE 'recorded an issue|^(FAILED|ERROR) |error: |Fatal error|Program crashed|^ +[0-9]+ .* at /' "$1" |
        head -n 20) || true
    [[ -n $said ]] || said=$(tail -n 5 "$1")
    cut -c 1-300 <<<"$said" | sed 's/^/         /'
}

# Prints one line a part and the sum; fails unless every part passed.
summary() {
    local name passed=0 failed=0 skipped=0
    printf '\n'
    for name in "${order[@]}"; do
        case ${result[$name]} in
            passed) passed=$((passed + 1)) ;;
            failed) failed=$((failed + 1)) ;;
            skipped) skipped=$((skipped + 1)) ;;
        esac
        local counted=
        [[ ${result[$name]} == skipped ]] || counted=$(counts "var/test/$name.log")
        printf '%-8s %s%s\n' "${result[$name]}" "$name" "${counted:+: $counted}"
        [[ ${result[$name]} != failed ]] || failures "var/test/$name.log"
    done
    printf '\n%d passed, %d failed' "$passed" "$failed"
    [[ $skipped == 0 ]] || printf ', %d skipped' "$skipped"
    printf '\n'
    [[ $failed == 0 && $skipped == 0 ]]
}
