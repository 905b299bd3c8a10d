#!/bin/sh
# Copies that meet through the shipped over-rsync, where ssh only looks like one:
# both computers of alex know only that of sam, which calls nobody.
. "$(dirname "$0")/../lib.sh"

need rsync jq clock
[ "$under_valgrind" = 0 ] || skip_all 'once is enough'
. "$TOP/tests/sync/story.sh"
teardown() { unlanded; }
over_rsync=$TOP/share/examples/to-travel/over-rsync
printf '#!/bin/sh\nhost=$1; shift\ncd "%s/$host" && HOME=$PWD exec sh -c "$*"\n' "$T" >rsh && chmod +x rsh
export RSYNC_RSH="$T/rsh"

# rsync carries the places of the two; couple.yaml goes over once, by hand.
travel_begin() { for computer in a2 b; do mkdir -m 700 $computer/us && cp -Rp a1/us/. $computer/us/; done; }
apart() { :; }
# Whatever the order of the first run of each, all is everywhere after the second.
meet() {
	for computer in "$@" "$@"; do
		[ $computer != b ] || continue
		run at $computer "$over_rsync" b alex sam
		status_is 0 "$about: over-rsync on $computer"; err_is '' "$about: over-rsync on $computer says nothing"
	done
	# What both hold beside their places is theirs to carry.
	for computer in a1 b; do cp $computer/us/couple.yaml couple.$computer; done
	cmp -s couple.a1 couple.b || { cp couple.a1 b/us/couple.yaml; cp couple.b b/us/couple.sync-conflict-by-hand.yaml; }
	for computer in a1 a2; do cp -p b/us/couple*.yaml $computer/us/; done
}
story 'rsync' '' 6
story 'rsync, sam on an older version' b 3
story 'rsync, alex on an older version' 'a1 a2' 3

# A place that is not there sends nothing and takes nothing, here or there.
about='a place that is not there'
does a1 pause; does b pause; meet a1 a2
mv b/us/sam/now/here away
snapshot a1 a2
run at a1 "$over_rsync" b alex sam
status_is 4 "$about"; err_has 'b:us/sam is not whole'
ok "$about: the pause stays here" [ -e a1/us/sam/now/pause.yaml ]
mv away b/us/sam/now/here
mv a1/us/alex "$T/away"; mkdir a1/us/alex
run at a1 "$over_rsync" b alex sam
status_is 4 "$about"; err_has 'us/alex is not whole'
ok "$about: and there" [ -e b/us/alex/now/pause.yaml ]
rmdir a1/us/alex; mv "$T/away" a1/us/alex
mv b/us/alex "$T/away"; mkdir b/us/alex
run at a2 "$over_rsync" b alex sam
status_is 0 "$about: one that was emptied there is filled again"
ok 'with the pause' [ -e b/us/alex/now/pause.yaml ]
ok 'which nobody loses here' [ -e a2/us/alex/now/pause.yaml ]
rm -f b/us/alex/now/pause.yaml
run at a1 "$over_rsync" b alex sam
ok 'a pause that somebody removed there is there again' [ -e b/us/alex/now/pause.yaml ]
ok 'and here' [ -e a1/us/alex/now/pause.yaml ]
done_testing
