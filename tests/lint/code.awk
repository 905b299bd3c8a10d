# C without comments and the insides of texts, for lint: FILE:LINE:CODE
FNR == 1 { comment = 0 }
{
	out = ""
	n = length($0)
	for (i = 1; i <= n; i++) {
		two = substr($0, i, 2)
		c = substr($0, i, 1)
		if (comment) {
			if (two == "*/") { comment = 0; i++ }
		} else if (two == "/*") {
			comment = 1; i++
		} else if (two == "//") {
			break
		} else if (c == "\"" || c == "\047") {
			out = out c
			for (i++; i <= n && substr($0, i, 1) != c; i++)
				if (substr($0, i, 1) == "\\") i++
				else if (/^#include/) out = out substr($0, i, 1)
			out = out c
		} else
			out = out c
	}
	print FILENAME ":" FNR ":" out
}
