/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * Tables of drawn cells, read back: CSV by a machine of the four states of RFC
 * 4180, TSV by splitting at tabs and JSON's escapes. Every cell comes back, but
 * for the mark before what a spreadsheet could take for a formula.
 */

#include "format/output.h"
#include "format/yaml.h"
#include "fuzz.h"

#define COLUMNS	3
#define ROWS	4

static char *cells[ROWS][COLUMNS];

/* One cell of CSV from `p` on; what ends it is put in `end`. */
static const char *
csv_cell(const char *p, struct buf *cell, char *end)
{
	int quoted = *p == '"';

	for (p += quoted; *p != '\0'; p++) {
		if (quoted && *p == '"') {
			if (p[1] != '"')
				break;
			p++;
		} else if (!quoted && strchr(",\r", *p) != NULL)
			break;
		HOLDS(quoted || strchr("\"\n", *p) == NULL);
		buf_char(cell, *p);
	}
	if (quoted)
		HOLDS(*p++ == '"');
	*end = *p++;
	HOLDS(*end == ',' || (*end == '\r' && *p++ == '\n'));
	return p;
}

/* A cell that is a formula to somebody has a ' before it, and no other. */
static const char *
unguarded(const struct buf *cell)
{
	static const char *const begin[] = { "=", "+", "-", "@", "\t", "\r",
	    "\n", "\357\274\235", "\357\274\213", "\357\274\215",
	    "\357\274\240" };
	const char *s = buf_string(cell);
	size_t i;

	for (i = 0; i < nitems(begin); i++) {
		HOLDS_OF(cell, strncmp(s, begin[i], strlen(begin[i])) != 0);
		if (*s == '\'' && strncmp(s + 1, begin[i],
		    strlen(begin[i])) == 0)
			return s + 1;
	}
	return s;
}

static void
read_csv(const struct buf *all)
{
	const char *p = buf_string(all), *got;
	struct buf cell = { 0 };
	size_t row, column;
	char end;

	for (row = 0; row < ROWS; row++)
		for (column = 0; column < COLUMNS; column++) {
			p = csv_cell(p, &cell, &end);
			HOLDS_OF(all, (end == ',') == (column < COLUMNS - 1));
			got = unguarded(&cell);
			HOLDS_OF(all, strcmp(got, cells[row][column]) == 0 ||
			    strcmp(buf_string(&cell),
			    cells[row][column]) == 0);
			buf_clear(&cell);
		}
	HOLDS_OF(all, *p == '\0');
	buf_free(&cell);
}

/* Four hexadecimal digits. */
static unsigned int
hex(const char *p)
{
	char digits[5] = "", *end;
	unsigned long n;

	strlcpy(digits, p, sizeof(digits));
	n = strtoul(digits, &end, 16);
	HOLDS(end == digits + 4);
	return (unsigned int)n;
}

/* One cell of TSV from `p` on, up to a tab or the end of the line. */
static const char *
tsv_cell(const char *p, struct buf *cell)
{
	unsigned int c, low;

	for (; *p != '\t' && *p != '\n'; p++) {
		HOLDS((unsigned char)*p >= 0x20 && *p != 0x7f);
		if (*p != '\\') {
			buf_char(cell, *p);
			continue;
		}
		switch (*++p) {
		case 'n': buf_char(cell, '\n'); break;
		case 't': buf_char(cell, '\t'); break;
		case 'r': buf_char(cell, '\r'); break;
		case '\\': buf_char(cell, '\\'); break;
		case 'u':
			c = hex(p + 1);
			p += 4;
			if (c >= 0xd800 && c < 0xdc00) {
				HOLDS(p[1] == '\\' && p[2] == 'u');
				low = hex(p + 3);
				HOLDS(low >= 0xdc00 && low < 0xe000);
				p += 6;
				c = 0x10000 + ((c - 0xd800) << 10) +
				    (low - 0xdc00);
			}
			put_utf8(cell, c);
			break;
		default:
			HOLDS(!"an escape that JSON has");
		}
	}
	return p + 1;
}

static void
read_tsv(const struct buf *all)
{
	const char *p = buf_string(all);
	struct buf cell = { 0 };
	size_t row, column;

	for (row = 0; row < ROWS; row++)
		for (column = 0; column < COLUMNS; column++) {
			p = tsv_cell(p, &cell);
			HOLDS_OF(all, p[-1] == (column < COLUMNS - 1 ? '\t' :
			    '\n'));
			HOLDS_OF(all, strcmp(buf_string(&cell),
			    *cells[row][column] == '\0' ? "-" :
			    cells[row][column]) == 0);
			buf_clear(&cell);
		}
	HOLDS_OF(all, *p == '\0');
	buf_free(&cell);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static const char *const columns[] = { "a", "b", "c", NULL };
	struct draw in = { data, n };
	struct buf csv = { 0 }, tsv = { 0 };
	struct yaml y = { 0 };
	size_t row, i;
	char *cell;

	for (row = 0; row < ROWS; row++) {
		for (i = 0; i < COLUMNS; i++) {
			cell = cells[row][i] = draw_text(&in);
			output_csv(&csv, cell, strlen(cell));
			buf_str(&csv, i < COLUMNS - 1 ? "," : "\r\n");
			yaml_put(&y, columns[i], cell);
		}
		output_record(&tsv, y.root, columns, FORMAT_TSV);
		yaml_drop(&y);
	}
	read_csv(&csv);
	read_tsv(&tsv);
	for (row = 0; row < ROWS; row++)
		for (i = 0; i < COLUMNS; i++)
			free(cells[row][i]);
	buf_free(&csv);
	buf_free(&tsv);
	return 0;
}
