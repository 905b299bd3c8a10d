#!/bin/sh
# A crowd: entries of two people, written by 32 processes that are killed at random, then
# a disk that is full. What was accepted, and so told, is there and whole, and check has
# nothing to say after --repair. CROWD=N: how many entries (2,000).
! [ -w /dev/shm ] || TMPDIR=/dev/shm
. "$(dirname "$0")/../lib.sh"

need clock
[ "$under_valgrind" = 0 ] || skip_all 'too many processes'
crowd=${CROWD:-2000} writers=32 batch=50
small=$((2 + crowd / 100))		# MiB, of which some is left
teardown() { umount "$T/disk" 2>/dev/null; }
mkdir "$T/disk"
full=
[ "$(id -u)" -ne 0 ] || ! mount -t tmpfs -o size=$((small * 4))m,nr_inodes=0 none "$T/disk" 2>/dev/null || full=yes
export XDG_DATA_HOME="$T/disk/data"
couple
private=$XDG_DATA_HOME/unhurried/private

# records WRITER ROUND: a batch, over years, each with words that are nobody else's.
records() {
	awk -v w="$1" -v r="$2" -v n=$batch 'BEGIN {
		for (i = 1; i <= n; i++)
			printf "{\"at\": \"%d-%02d-%02dT%02d:%02d\", \"mood\": %d, \"note\": \"words %d.%d.%d end\"}\n",
			    2015 + r % 10, 1 + (w + i) % 12, 1 + i % 28, 3 + w % 20, (r * 7 + i) % 60, i % 11, w, r, i
	}'
}
# writer W: rounds of a batch each, by one of the two; a third of them are cut off, and
# done again. Every sixteenth writer gives its words one at a time.
writer() {
	who=$([ $(($1 % 2)) -eq 0 ] && echo alex || echo sam) round=0
	while [ $round -lt "$rounds" ]; do
		round=$((round + 1))
		if [ $(($1 % 16)) -eq 15 ]; then
			i=0
			while [ $i -lt $batch ]; do
				i=$((i + 1))
				checkin -u "$who" -m "words $1.$round.$i end" >>"told.$1" 2>>"err.$1" &
				last=$!
				[ $((i % 5)) -ne 0 ] || { sleep "0.00$((i % 10))"; kill -9 $last 2>/dev/null; }
				wait $last || :
			done 2>/dev/null
			continue
		fi
		records "$1" "$round" >"records.$1"
		if [ $((round % 3)) -eq 0 ]; then
			checkin -u "$who" -f "records.$1" >>"told.$1" 2>>"err.$1" &
			last=$!
			sleep "0.0$(($1 * round % 10))"
			kill -9 $last; wait $last || :
		fi 2>/dev/null
		checkin -u "$who" -f "records.$1" >>"told.$1" 2>>"err.$1" || echo "$1.$round: $?" >>"ended.$1"
	done
}
rounds=$(((crowd + writers * batch - 1) / (writers * batch)))
w=0
while [ $w -lt $writers ]; do
	writer $w &
	w=$((w + 1))
done
wait
is "$(cat ended.* 2>/dev/null)" '' "each of $writers writers comes to its end"

# missing: accepted, and not there; or there and not whole.
missing() {
	(cd "$private" && find alex/log sam/log -name '*-*.yaml' ! -name '.*') | sed 's,.*/,,; s,\.yaml$,,' | sort >there
	cat told.* | grep -x '[0-9]\{8\}t[0-9]\{6\}z-[a-z]*-checkin-[a-z0-9]\{6\}' | sort -u >told
	comm -23 told there | head -n 5
}
# torn: an entry without its last words, or with more.
torn() { (cd "$private" && find alex/log sam/log -name '*-*.yaml' ! -name '.*' -exec awk '
	FNR == 1 { if (file != "" && !ends) print file; file = FILENAME; ends = 0 }
	{ ends = /^  words [0-9]+\.[0-9]+\.[0-9]+ end$/ || /^note: "words [0-9.]+ end"$/ }
	END { if (file != "" && !ends) print file }' {} +) | head -n 5; }
is "$(missing)" '' 'nothing that was accepted is missing'
ok "$(grep -c . told) were accepted" [ "$(grep -c . told)" -gt $((crowd / 2)) ]
is "$(torn)" '' 'and nothing is torn'
(cd "$private" && find alex/log sam/log -name '*-*.yaml' ! -name '.*' -exec grep -ho 'words [0-9.]* end' {} +) | sort | uniq -d >twice
is "$(grep -v '^words \(15\|31\)\.' twice | head -n 3)" '' 'no record is there twice'

# What was cut off is put away. Two days later, as files know it.
mended() {
	find "$XDG_DATA_HOME" -name '.tmp*' -exec touch -d '2 days ago' {} +
	for who in alex sam; do
		unhurried check -u $who --repair >out 2>err
		run unhurried check -u $who
		# Words that wait are no fault.
		is "$(grep -F "$XDG_DATA_HOME" out | grep -v /recovery/)" '' "$1: $who's check has nothing to say"
	done
	is "$(find "$XDG_DATA_HOME" -name '.tmp*' | head -n 3)" '' "$1: no temporary stays"
}
mended 'after the crowd'

if [ -n "$full" ]; then
	cat /dev/zero >"$T/disk/fill" 2>/dev/null
	truncate -s -64K "$T/disk/fill"
	rounds=$((rounds + 1)) w=0
	cp there before
	while [ $w -lt $writers ]; do
		who=$([ $((w % 2)) -eq 0 ] && echo alex || echo sam)
		records $w 9999 >"records.$w"
		{ checkin -u "$who" -f "records.$w" >>"told.$w" 2>"full.$w"; echo $? >"status.$w"; } &
		w=$((w + 1))
	done
	wait
	is "$(cat status.* | sort -u)" 4 'on a full disk each ends with 4'
	is "$(missing)" '' 'nothing that was accepted is missing'
	is "$(torn)" '' 'nothing is torn'
	ok 'some had room' [ "$(comm -13 before there | grep -c .)" -gt 0 ]
	rm "$T/disk/fill"
	w=0
	while [ $w -lt $writers ]; do
		who=$([ $((w % 2)) -eq 0 ] && echo alex || echo sam)
		checkin -u "$who" -f "records.$w" >>"told.$w" 2>err || { echo "$w: $?"; cat err; }
		w=$((w + 1))
	done >again
	is "$(cat again)" '' 'with room again each goes on'
	is "$(missing)" '' 'and nothing is missing'
	(cd "$private" && find alex/log sam/log -name '*-*.yaml' -exec grep -ho 'words [0-9]*\.9999\.[0-9]* end' {} +) | sort >late
	is "$(grep -c . late) $(uniq -d late)" "$((writers * batch)) " 'each of these records is there, once'
	mended 'after the full disk'
else
	skip 'a full disk takes root to make'
fi
done_testing
