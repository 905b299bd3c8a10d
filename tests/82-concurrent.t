#!/bin/sh
# Many writers at once, in two trees, all in one second of a month that is not
# there yet: nothing is lost and nothing collides.
. "$(dirname "$0")/lib.sh"

couple
private=$XDG_DATA_HOME/unhurried/private
writers=32		# of each of the two
[ "$under_valgrind" = 0 ] || writers=4
mkfifo gate

# Each waits for the gate, so that they begin together.
one() {
	: <gate
	checkin -u "$1" --at "$3" mood=5 -m "note $2 of $1" >"$1.$2.id" 2>"$1.$2.err"
	echo $? >"$1.$2.status"
}
round() {
	rm -f -- *.id *.err *.status
	for n in $(seq $writers); do
		one alex "$n" "$1" &
		one sam "$n" "$1" &
	done
	sleep 0.2
	: >gate
	wait
	files=$(cd "$private" && find alex/log sam/log -path "*/$2/*" -type f | sort)
	echo "$files" | sed 's,.*/,,; s,\.yaml$,,' | sort >files
	cat -- *.id | sort >ids
	is "$(cat -- *.status | sort | uniq -c | tr -s ' ')" " $((2 * writers)) 0" "$2: every writer ends well"
	is "$(cat -- *.err | grep -c ': ')" 0 'with no word of trouble' || cat -- *.err | diag
	is "$(sort -u ids | wc -l | tr -d ' ')" $((2 * writers)) 'as many IDs, all different'
	ok 'and these are the files there' cmp -s ids files || diff ids files | diag
	echo "$files" | sed "s,^,$private/," | xargs grep -ho 'note [0-9]* of [a-z]*' >words
	is "$(sort -u words | wc -l | tr -d ' ')" $((2 * writers)) 'each with its words'
	is "$(sort words | uniq -d)" '' 'and no words twice'
	for who in alex sam; do
		run recall -u $who --by $who --since "$1" -1
		is "$(sort out)" "$(grep -- "-$who-" ids)" "recall reads all of $who's"
		err_is '' 'and finds nothing strange'
	done
}
round 2023-05-05T12:00 2023/05
round 2024-07-05T12:00 2024/07

# The same records read in by several at once come in once.
for n in $(seq 40); do
	printf '{"at": "2022-02-0%dT10:%02d", "mood": 5, "note": "record %d"}\n' $((n % 9 + 1)) "$n" "$n"
done >records
for n in 1 2 3 4; do
	{ checkin -f records >"in.$n" 2>"in.$n.err"; echo $? >"in.$n.status"; } &
done
wait
is "$(cat in.*.status | sort -u)" 0 'the same file read in four times at once'
is "$(find "$private/alex/log/2022" -name '[!.]*' -type f | wc -l | tr -d ' ')" 40 'comes in once'
is "$(cat in.[1-4] | sort | uniq -d)" '' 'and each ID is told once'
is "$(cat in.[1-4] | wc -l | tr -d ' ')" 40 'all of them'
is "$(find "$HOME" -name '.tmp*')" '' 'no temporary is left'
done_testing
