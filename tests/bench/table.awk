# Copyright (c) 2026 The unhurried authors
# SPDX-License-Identifier: ISC
#
# awk -F '\t' -f table.awk RESULTS TARGETS - the bench's one table
#
# RESULTS is what rounds prints, with lines "count NAME WHAT N" beside it;
# TARGETS says of itself what it is. Where no tool was built, the floors and
# peers are listed alone.

function met(x, target,  t) {
	if (target == "-")
		return "-"
	split(target, t, " ")
	if (t[1] == "=")
		return x == t[2] + 0 ? "yes" : "NO"
	return x <= t[2] + 0 ? "yes" : "NO"
}

function line(a, b, c, d, e, f, g, h, i, j, k, l,  s) {
	s = sprintf("%-22s %-4s %8s %6s  %-22s %8s %7s  %-7s %-3s %5s %6s %6s",
	    a, b, c, d, e, f, g, h, i, j, k, l)
	sub(/ +$/, "", s)
	print s
}

# The ratio or count of this row; "" where there is none.
function result() {
	if ($6 ~ /^:/)
		return n[$3, substr($6, 2)]
	if (!(($3, $6) in ratio) || status[$6] > 0)
		return ""
	if ($6 ~ /-ours/)
		return ratio[$3, $4] / ratio[$6, $4]
	return ratio[$3, $6]
}

function short(x) {
	return sprintf(x < 0.1 ? "%.3f" : x < 10 ? "%.2f" : "%.1f", x)
}

FILENAME == ARGV[1] {
	split($0, w, " ")
	if (w[1] == "time") {
		ms[w[2]] = w[3]
		n[w[2], "kib"] = w[4]
		status[w[2]] = w[5]
		names[++count] = w[2]
		if (w[2] ~ /-ours/) {
			ms["any"] = 1
			if (w[4] + 0 > n["any", "kib"])
				n["any", "kib"] = w[4] + 0
		}
	} else if (w[1] == "ratio")
		ratio[w[2], w[3]] = w[4]
	else {
		n[w[2], w[3]] = w[4]
		if (!(w[2] in ms))
			ms[w[2]] = ""
	}
	next
}

/^#/ || !($3 in ms) {
	next
}

!head++ {
	line("work", "size", "ours ms", "x true", "beside", "its ms", "ratio",
	    "target", "met", "KiB", "fsyncs", "opened")
}

status[$3] > 0 {
	if (!shown[$3]++)
		line($1, $2, "fails,", "exit " status[$3], "", "", "", "", "NO")
	next
}

(r = result()) != "" && ms[$3] == "" {
	line($1, $2, "", "", $5, "", r, $7, met(r, $7))
	next
}

r != "" && $3 == "any" {
	line($1, $2, "", "", $5, "", r, $7, met(r, $7))
	next
}

r != "" {
	first = !shown[$3]++
	line($1, $2, first ? short(ms[$3]) : "",
	    first ? short(ratio[$3, $4]) : "", $5,
	    $6 ~ /^:/ ? "" : short(ms[$6]), $6 ~ /^:/ ? r : short(r), $7,
	    met(r, $7), first ? n[$3, "kib"] : "",
	    first ? n[$3, "fsyncs"] : "", first ? n[$3, "opened"] : "")
}

END {
	for (i = 1; i <= count; i++) {
		name = names[i]
		if (status[name] > 0 && name !~ /-ours/)
			print "left out: " name ", which fails with exit " \
			    status[name]
		else if (!head)
			print name ": " short(ms[name]) " ms, " \
			    n[name, "kib"] " KiB"
		else if (name ~ /-F/)
			print "F" substr(name, 6) ": " short(ms[name]) \
			    " ms, " n[name, "kib"] " KiB"
	}
}
