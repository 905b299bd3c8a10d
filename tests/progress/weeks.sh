# shellcheck shell=sh
# Weeks of all kinds, as records: for tests of what a look back draws.

# given TIME MOOD STRESS MORE: a record of that time.
given() { printf '{"at":"%s:00+01:00","mood":%d,"stress":%d%s}\n' "$@"; }

# weeks HARD: a good one, one that was hard, and said so with HARD, one with one entry and
# one with many; what lies between them is empty.
weeks() {
	for d in 19 20 21 22 23 24 25; do given "2026-10-${d}T09:00" 7 3 ',"comfort":8'; given "2026-10-${d}T21:00" 9 2 ''; done
	given 2026-10-12T09:00 0 10 ",\"body\":10,\"comfort\":0,$1"; given 2026-10-14T09:00 1 9 ''
	given 2026-09-30T09:00 5 5 ''
	for d in 14 15 16 17 18 19 20; do for h in 10 11 12 13 14 15; do for m in 10 15 30 45; do
		given "2026-09-${d}T$h:$m" $(((d + h) % 11)) $(((d * h + m) % 11)) ',"body":4'
	done; done; done
}
