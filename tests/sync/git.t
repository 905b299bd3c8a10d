#!/bin/sh
# Clones that meet through the shipped over-git.
. "$(dirname "$0")/../lib.sh"

need git jq clock
[ "$under_valgrind" = 0 ] || skip_all 'once is enough'
. "$TOP/tests/sync/story.sh"
teardown() { unlanded; }
export GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null
over_git=$TOP/share/examples/to-travel/over-git

travel_begin() {
	rm -rf us.git
	git init -q --bare -b main us.git
	git -C a1/us init -q -b main && git -C a1/us remote add origin "$T/us.git"
	for computer in a2 b; do (umask 077; git clone -q us.git $computer/us 2>err); done
	does a1 "$over_git"
	for computer in a2 b; do (cd $computer/us && git fetch -q && git checkout -q -b main origin/main); done
}
apart() { :; }
# In this order, and once more: the last has sent by then.
meet() {
	for computer in "$@" "$@"; do
		run at $computer "$over_git"
		status_is 0 "$about: over-git on $computer"; err_is '' "$about: over-git on $computer says nothing"
		is "$(git -C $computer/us status --porcelain; find $computer/us/.git -name 'MERGE_*')" '' "$about: $computer: no merge is left half-way"
	done
}
story 'git' '' 6
story 'git, sam on an older version' b 2
story 'git, alex on an older version' 'a1 a2' 3
is "$(git -C us.git log --all -p --no-textconv | grep -c SECRET)" 0 'nothing private ever travelled'
is "$(git -C us.git log --all --format='%s %an %ae %cn' | sort -u)" 'note us us@localhost us' 'and messages and names say nothing'
done_testing
