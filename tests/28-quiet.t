#!/bin/sh
# Quiet surroundings: cron's empty environment, no locale, no terminal; what is
# opened, what is never written, and that no tool can open a connection.
# shellcheck disable=SC2119 # snapshot takes more places where there are some
. "$(dirname "$0")/lib.sh"

need clock
couple
private=$XDG_DATA_HOME/unhurried/private shared=$XDG_DATA_HOME/unhurried/shared
dir=$(dirname "$(command -v recall)")
i=0
for at in 2024-05-01 2026-08-03 2026-10-05 2026-10-20 2026-10-26 2026-11-02 2026-11-09 2026-11-16 2026-11-17 2026-11-18 2026-11-21; do
	i=$((i + 1))
	printf '{"at":"%sT10:00:00+01:00","mood":%d,"tags":["tea"],"note":"Wörter 🌱 %s"}\n' $at $((i % 5 + 3)) $at
done >records
for who in alex sam; do
	checkin -q -u $who -f records 2>err || diag <err
	recall -u $who -1 --by $who | xargs share -q -u $who --yes --keep-date 2>err || diag <err
done

# cron: nothing in the environment but what must be.
among() { has " $2 $3 " " $1 "; }
cron() { bare HOME="$HOME" UNHURRIED_DIR="$shared" UNHURRIED_PRIVATE="$private" UNHURRIED_ME=alex "$@" </dev/null; }
snapshot
for call in 'progress week 2026-11-18' 'recall --since 2026-11-01' 'recall -l' unhurried 'checkin last' 'progress month 2026-11-18' \
    'progress all 2026-11-18' 'unhurried check' 'unhurried export --format csv'; do
	# shellcheck disable=SC2086 # a call is words
	run cron "$dir"/$call
	status_is 0 "from cron: $call"
	case $call in *check) ;; *) err_is '' ;; esac
	ok 'no escape in it' not grep -q "$(printf '\033')" out
	sed 's/Wörter 🌱//g' out | tr -d '\r' >rest
	is "$(LC_ALL=C grep -c '[^ -~	]' rest)" 0 'no sign of our own past ASCII'
done
unchanged 'none of it writes'
run cron "$dir/checkin" mood=6 -m 'from cron'
status_is 0 'a check-in from cron'
is "$(TZ=UTC0 "$dir/recall" "$(cat out)" | sed 1d)" '    mood 6
    from cron' 'is there'
forget -q --for-good --yes "$(cat out)"
for call in checkin share 'share --part note aaaaaa' 'forget --for-good aaaaaa' 'unhurried init' 'checkin together'; do
	one_of 3 calls || continue
	# shellcheck disable=SC2086 # a call is words
	run cron timeout 60 "$dir"/$call
	ok "$call asks nobody ($status)" among "$status" 1 2
	out_is ''
	ok 'and says why' [ -s err ]
done
for call in recall progress unhurried 'checkin mood=3' 'unhurried export --format csv'; do
	one_of 3 others || continue
	# shellcheck disable=SC2086 # a call is words
	run bare "$dir"/$call
	status_is 4 "in an empty environment: $call"
	out_is ''
	err_has 'HOME is not set, so there is no place to look: set HOME, or give UNHURRIED_DIR and UNHURRIED_PRIVATE'
	# shellcheck disable=SC2086 # a call is words
	run bare UNHURRIED_DIR="$shared" UNHURRIED_PRIVATE="$private" UNHURRIED_ME=alex "$dir"/$call
	ok "with the directories given: $call" [ "$status" -eq 0 ]
done
forget -q --for-good --yes "$(recall -1 --by alex | tail -n 1)"
for variable in HOME UNHURRIED_CONFIG TERM TZ LANG XDG_DATA_HOME COLUMNS; do
	one_of 2 variable || continue
	run cron env $variable= "$dir/recall" -1
	status_is 0 "$variable empty is as if it were not set"
done
run cron env UNHURRIED_DIR= "$dir/recall" -1
status_is 4 'UNHURRIED_DIR empty too'
err_has "$HOME/.local/share/unhurried/shared: "
run cron env UNHURRIED_ME= "$dir/recall" -1
status_is 2 'and UNHURRIED_ME'
err_has 'say who is writing with -u alex'
for locale in C POSIX C.UTF-8 en_US.UTF-8 xx_XX.nonsense de_DE.ISO-8859-1; do
	one_of 2 locale || continue
	run env LC_ALL=$locale "$dir/recall" --format json --match 2026-11-18
	status_is 0 "LC_ALL=$locale"
	is "$(jq -r .note out | head -n 1)" 'Wörter 🌱 2026-11-18' 'machine formats stay what they are'
	run env LC_ALL=$locale "$dir/progress" week 2026-11-18
	status_is 0
	err_is ''
done
COLUMNS=nonsense progress >out; COLUMNS=80 progress >wanted
out_same wanted 'COLUMNS that is no number'
COLUMNS=99999999999999999999 progress >out; COLUMNS=200 progress >wanted
out_same wanted 'or too large a one'

# Standard input, output, error closed or a directory: an end, not a hang.
snapshot
for call in recall progress unhurried 'checkin last'; do
	# shellcheck disable=SC2086 # a call is words
	timeout 60 $call <&- >out 2>err && status=0 || status=$?
	status_is 0 "$call without stdin"
	# shellcheck disable=SC2086 # a call is words
	timeout 60 $call >&- 2>err && status=0 || status=$?
	# valgrind opens a file of its own in its place.
	[ "$under_valgrind" = 1 ] || status_is 4 "$call without stdout"
	# shellcheck disable=SC2086 # a call is words
	timeout 60 $call >out 2>&- && status=0 || status=$?
	status_is 0 "$call without stderr"
done
unchanged 'and nothing is written to what was opened instead'

# What the kernel saw.
if ! strace -o "$T/trace" true 2>/dev/null || [ "$under_valgrind" = 1 ]; then
	skip 'no tracing here'
	done_testing
fi
opens='open,openat,openat2,creat'
writes='mkdir,mkdirat,unlink,unlinkat,rename,renameat,renameat2,link,linkat,symlink,symlinkat,truncate,ftruncate,fallocate,chmod,fchmod,fchmodat'
writes=$writes,'chown,fchown,fchownat,lchown,utime,utimes,utimensat,futimesat,mknod,mknodat,setxattr,fsetxattr'
net='socket,socketpair,connect,bind,listen,accept,accept4,sendto,sendmsg,io_uring_setup'
trace() { at_time '@2026-11-22 20:00:00' strace -f -y -o "$T/trace" -e "trace=$opens,$writes,$net" "$@" >out 2>err; }
# entries: which of our files were opened to be read.
entries() { grep -E "^[0-9]+ +open" "$T/trace" | grep -v O_DIRECTORY | grep -v ENOENT | grep -oE '[0-9]{8}t[0-9]{6}z-[a-z]+-[a-z]+-[a-z0-9]{6}\.yaml' | cut -c 1-8 | sort -u; }

trace progress week
is "$(entries | tr '\n' ' ')" '20261020 20261026 20261102 20261109 20261116 20261117 20261118 20261121 ' \
    'progress week opens the week and the four before it, when there are few days in them'
trace progress week 2026-11-12
is "$(entries | sed -n '1p;$p' | tr '\n' ' ')" '20261020 20261116 ' 'also of an earlier week, and what under another sky may lie in it'
trace progress --shared
is "$(entries | tr '\n' ' ')" '20261116 20261117 20261118 20261121 ' 'without a comparison the week alone'
trace progress month
ok 'a month opens that month' [ "$(entries | head -n 1)" -ge 20261031 ]
trace recall --since 2026-11-16 --until 2026-11-17
is "$(entries | tr '\n' ' ')" '20261116 20261117 20261118 ' 'recall opens what was asked for, and what under another sky may lie in it'
trace recall --kind win
is "$(entries)" '' 'or nothing'
trace checkin last
is "$(entries)" 20261121 'checkin last opens one'
trace unhurried
ok 'the overview opens seven days' [ "$(entries | head -n 1)" -ge 20261115 ]
trace checkin -n mood=4
is "$(entries)" '' 'a check-in opens none'
trace recall "$(recall -1 --by alex | head -n 1)"
is "$(entries)" 20240501 'one by its ID opens one'

# As the other person nothing of alex's private tree is opened, nor even listed.
for call in recall 'recall --shared' 'recall zzzzz9' 'progress all' 'progress week' unhurried 'checkin last' 'unhurried check' \
    'unhurried export --format csv' 'unhurried complete tags' 'share zzzzz9' 'forget -n zzzzz9'; do
	one_of 3 call || continue
	# shellcheck disable=SC2086 # a call is words
	trace $call -u sam
	is "$(grep -v 'execve\|ENOENT' "$T/trace" | grep -c 'private/alex')$(grep -c '"alex".*private>' "$T/trace")" 00 \
	    "as sam: $call opens nothing private of alex"
done

# Readers never ask to write, and no tool opens a socket.
snapshot
for call in recall 'recall --format json' 'recall -1 --match W' 'progress week' 'progress all' 'progress --shared --format tsv' unhurried \
    'checkin last' 'checkin -n mood=3' 'unhurried check' 'unhurried export --format csv' 'unhurried complete ids' 'recall -h' 'share -V'; do
	one_of 3 read || continue
	# shellcheck disable=SC2086 # a call is words
	trace $call
	is "$(grep -E 'O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND' "$T/trace" | grep -v '/dev/')" '' "$call opens nothing to write"
	is "$(grep -E "[0-9]+ +($(echo "$writes" | tr , '|'))\\(" "$T/trace")" '' "$call changes nothing"
	is "$(grep -E "[0-9]+ +($(echo "$net" | tr , '|'))\\(" "$T/trace" | grep -v '= -1 EPERM')" '' "$call opens no socket"
done
unchanged
for call in 'checkin mood=4 -m words' "share --yes $(recall -1 --by alex | head -n 1 | sed 's/.*-//')" 'unhurried join alex'; do
	# shellcheck disable=SC2086 # a call is words
	trace $call
	is "$(grep -E "[0-9]+ +($(echo "$net" | tr , '|'))\\(" "$T/trace" | grep -v '= -1 EPERM')" '' "$call opens no socket either"
	is "$(grep -E 'O_WRONLY|O_RDWR|O_CREAT' "$T/trace" | grep -v "/dev/\|<$XDG_DATA_HOME/unhurried\|<$XDG_CONFIG_HOME/unhurried")" '' \
	    'and writes only below its own directories'
done
for tool in checkin recall share forget progress unhurried; do
	strace -f -o "$T/trace" -e trace=prctl,seccomp "$tool" -u alex zzzzz9 >out 2>err
	[ $tool = checkin ] && strace -f -o "$T/trace" -e trace=prctl,seccomp checkin -n mood=3 >out 2>err
	[ $tool = unhurried ] && strace -f -o "$T/trace" -e trace=prctl,seccomp unhurried >out 2>err
	[ $tool = progress ] && strace -f -o "$T/trace" -e trace=prctl,seccomp progress >out 2>err
	ok "$tool gives up the network" grep -q 'PR_SET_SECCOMP\|seccomp(' "$T/trace"
done
done_testing
