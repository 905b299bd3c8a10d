# shellcheck shell=sh
# landed: another version beside this one, that of the commit named here, built
# once for many runs, outside the tree, for this account. $kept is where it lies;
# false where there is none, and $why tells why not.
commit=e5e53ab
landed() {
	for why in git gcc tar; do command -v $why >/dev/null || { why="no $why here"; return 1; }; done
	why="no history back to $commit here"
	full=$(git -C "$TOP" rev-parse -q --verify "$commit^{commit}" 2>/dev/null) || return
	kept=${cache:-${TMPDIR:-/tmp}}/unhurried-$(id -u)-$full
	making=$kept.$$
	if [ ! -e "$kept" ]; then
		mkdir -m 700 "$making" && git -C "$TOP" archive "$full" | tar -xf - -C "$making"
		(cd "$making" && unset MAKEFLAGS && make -j2 CC=gcc CFLAGS='-O0 -g0') >"$T/built" 2>&1 ||
		    { diag <"$T/built"; why="$commit cannot be built here"; return 1; }
		[ -e "$kept" ] || mv "$making" "$kept" || return
		unlanded
	fi
	why="$kept is not what was built here"
	[ -O "$kept" ] && [ -x "$kept/cmd/checkin" ]
}
# For a file's teardown: what was cut off while it was built.
unlanded() { rm -rf "${making:-$T/none}"; }
