# Reads a trace of one check-in
#	strace -f -y -o FILE -e trace=read,openat,write,fsync,...
# and says what stands in the wrong order; silent when all is well:
#	last write to the temporary < its fsync < read back < its publishing
#	< fsync of its directory < the ID on standard output,
# and for every directory made on the way the fsync of its parent before that.
# -v want=N: how many fsyncs there are, in all.

function wrong(what) { print what; bad = 1 }
function in_angles(s) {
	return match(s, /<[^>]*>/) ? substr(s, RSTART + 1, RLENGTH - 2) : ""
}
function parent(path) { sub(/\/[^\/]*$/, "", path); return path }
function joined(part, name) {
	return name ~ /^\// ? name : in_angles(part) "/" name
}
# A name that readers see, in anybody's log.
function visible(path) { return path ~ /\/log(\/[^.\/][^\/]*)+$/ }

{ sub(/^[0-9]+ +/, "") }
/ = -1 E/ || /^[+-]/ { next }
{
	call = $0
	sub(/\(.*/, "", call)
	file = in_angles($0)
	split($0, quoted, "\"")
}
/^writev?\(1</ && !reported { reported = NR }
call == "write" || call == "writev" || call == "pwrite64" {
	written[file] = NR
	if (visible(file))
		wrong("written in place: " file)
}
(call == "read" || call == "pread64") && !(file in reread && reread[file] > synced[file]) {
	if (file in synced)
		reread[file] = NR
}
call == "fsync" || call == "fdatasync" {
	synced[file] = NR
	syncs++
}
call ~ /^(link|rename)/ {
	from = joined(quoted[1], quoted[2])
	to = joined(quoted[3], quoted[4])
	if (to ~ /\/log\/.*\.yaml$/) {
		entries++
		if (!(from in written))
			wrong("nothing was written to " from)
		if (!(from in synced) || synced[from] < written[from])
			wrong("published before its fsync: " to)
		else if (!(from in reread) || reread[from] < synced[from])
			wrong("never read back: " from)
		published[to] = NR
	} else if (visible(to))
		made[to] = NR
}
call ~ /^mkdir/ {
	to = joined(quoted[1], quoted[2])
	if (visible(to))
		made[to] = NR
}
END {
	if (entries != 1)
		wrong("entries published: " entries + 0)
	if (!reported)
		wrong("no ID on standard output")
	for (to in published)
		made[to] = published[to]
	for (to in made) {
		dir = parent(to)
		if (!(dir in synced) || synced[dir] < made[to])
			wrong("its directory has no fsync after it: " to)
		else if (synced[dir] > reported)
			wrong("reported before the fsync of its directory: " to)
	}
	if (want && syncs != want)
		wrong("fsyncs: " syncs + 0 ", wanted " want)
	exit bad
}
