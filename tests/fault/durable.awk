# Reads what tests/fault/dispatch.c tells of a tool that ended with 0, and says what is
# not on the disk for sure; silent when all is. -v home=DIR: what lies below it counts.
# What is written is synced before it has its name; a name that is given or taken away
# is so once its directory was synced after it. Where a sync was refused, it was none.

function parent(path) { sub(/\/[^\/]*$/, "", path); return path }
# A dot name counts for nothing, nor does what lies in one.
function hidden(path) { return path ~ /\/\.[^\/]*($|\/)/ }
function named(path) { if (!hidden(substr(path, length(home) + 1))) named_at[path] = NR }
# Words that wait in recovery/ and are safe by now may wait on, or not; what was said last
# on this computer, and is not below data/, may be said again.
function matters(path) { return path !~ /\/recovery\// && index(path, home "/data/") == 1 }

$6 < 0 || index($4 $5, home) == 0 { next }
$2 ~ /^p?writev?(64)?$/ || $2 == "ftruncate" { written[$4] = NR }
$2 ~ /^open/ && $3 == "+" { opened[$4] = NR }
$2 == "fsync" || $2 == "fdatasync" { synced[$4] = NR }
$2 ~ /^(link|rename)/ {
	if (written[$4] > synced[$4])
		print "named before it was synced: " $5
	if (written[$4] && !synced[$4])
		print "never synced: " $5
	named($5)
	if ($2 ~ /^rename/)
		named($4)
	synced[$5] = NR
	delete opened[$4]
}
$2 ~ /^mkdir/ { named($4) }
$2 ~ /^(unlink|rmdir)/ { delete opened[$4]; gone[$4]; named($4) }
END {
	for (path in opened)
		if (!hidden(substr(path, length(home) + 1)) && matters(path)) {
			if (synced[path] < opened[path] || synced[path] < written[path])
				print "written in place, and not synced: " path
			named_at[path] = opened[path]
		}
	for (path in named_at) {
		# What lay in what went needs no more.
		above = parent(path)
		if (above in gone || !matters(path))
			continue
		if (synced[above] < named_at[path])
			print "its directory was not synced: " path
	}
}
