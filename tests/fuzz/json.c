/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * A drawn tree, written and read back: as JSON by a strict little reader of RFC
 * 8259, which builds a tree of its own, and as YAML by libyaml. Every value
 * comes back, and no line steers a terminal.
 */

#include "format/output.h"
#include "format/yaml.h"
#include "format/yaml_read.h"
#include "format/yaml_write.h"
#include "vt.h"

#define LEVELS	6

static struct yaml read_back;

/*
 * Draw a value. What is unquoted is a word that a record may have so.
 */
static struct node *
draw_node(struct draw *in, struct yaml *y, int level)
{
	static const char *const plain[] = { "7", "-1", "0", "true", "false",
	    "null", "~", "", "1.5e3", "calm", "0x1f", "+1", ".5", "1_000",
	    "no", "y" };
	unsigned int what = draw_byte(in);
	struct node *n;
	char *s, *key, unique[16];
	unsigned int i, count = what >> 4;

	if (what % 4 == 0)
		return yaml_new_word(y, plain[count]);
	if (what % 4 == 1 || level == LEVELS || in->n == 0) {
		s = draw_text(in);
		n = yaml_new_text(y, s, strlen(s));
		free(s);
		return n;
	}
	n = yaml_new(y, what % 4 == 2 ? NODE_LIST : NODE_MAP);
	for (i = 0; i < count; i++) {
		key = n->type == NODE_MAP ? draw_text(in) : NULL;
		if (key != NULL && (*key == '\0' || strlen(key) > 100 ||
		    yaml_get(n, key) != NULL)) {
			snprintf(unique, sizeof(unique), "%u", i);
			free(key);
			key = need_string(unique);
		}
		if (key == NULL || yaml_get(n, key) == NULL)
			yaml_add(y, n, key, draw_node(in, y, level + 1));
		free(key);
	}
	return n;
}

static const char *
string(const char *p, struct buf *b)
{
	static const char escapes[] = "\"\\/bfnrt", are[] = "\"\\/\b\f\n\r\t";
	const char *at;
	unsigned int c, low;
	char four[5];

	HOLDS(*p++ == '"');
	for (; *p != '"'; p++) {
		HOLDS((unsigned char)*p >= 0x20);
		if (*p != '\\') {
			buf_char(b, *p);
			continue;
		}
		if (*++p != 'u') {
			HOLDS(*p != '\0' && (at = strchr(escapes, *p)) != NULL);
			buf_char(b, are[at - escapes]);
			continue;
		}
		strlcpy(four, p + 1, sizeof(four));
		HOLDS(strspn(four, "0123456789abcdefABCDEF") == 4);
		c = (unsigned int)strtoul(four, NULL, 16);
		p += 4;
		HOLDS(c != 0 && (c < 0xdc00 || c > 0xdfff));
		if (c >= 0xd800 && c <= 0xdbff) {
			HOLDS(p[1] == '\\' && p[2] == 'u');
			strlcpy(four, p + 3, sizeof(four));
			low = (unsigned int)strtoul(four, NULL, 16);
			HOLDS(low >= 0xdc00 && low <= 0xdfff);
			c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
			p += 6;
		}
		put_utf8(b, c);
	}
	return p + 1;
}

/* Read a value that begins at `p` into `n`; return what is behind it. */
static const char *
value(const char *p, struct node **n)
{
	struct buf text = { 0 }, key = { 0 };
	struct node *child;
	char end;

	if (*p == '"') {
		p = string(p, &text);
		*n = yaml_new_text(&read_back, buf_string(&text), text.length);
	} else if (*p == '{' || *p == '[') {
		end = *p == '{' ? '}' : ']';
		*n = yaml_new(&read_back, *p++ == '{' ? NODE_MAP : NODE_LIST);
		while (*p != end) {
			buf_clear(&key);
			if (end == '}') {
				p = string(p, &key);
				HOLDS(*p++ == ':');
			}
			p = value(p, &child);
			yaml_add(&read_back, *n, end == '}' ?
			    buf_string(&key) : NULL, child);
			HOLDS(*p == end || (*p++ == ',' && *p != end));
		}
		p++;
	} else {
		for (; strchr(",]}\n", *p) == NULL; p++)
			buf_char(&text, *p);
		*n = yaml_new_word(&read_back, buf_string(&text));
	}
	buf_free(&text);
	buf_free(&key);
	return p;
}

/* True for a number of RFC 8259, section 6. */
static int
is_number(const char *s)
{
	s += *s == '-';
	if (*s == '0' ? s[1] >= '0' && s[1] <= '9' : *s < '1' || *s > '9')
		return 0;
	s += strspn(s, "0123456789");
	if (*s == '.' && strspn(++s, "0123456789") == 0)
		return 0;
	s += strspn(s, "0123456789");
	if (*s == 'e' || *s == 'E') {
		s++;
		s += *s == '+' || *s == '-';
		if (strspn(s, "0123456789") == 0)
			return 0;
		s += strspn(s, "0123456789");
	}
	return *s == '\0';
}

static void
same(const struct node *wrote, const struct node *got)
{
	const struct node *a, *b;
	int unquoted;

	HOLDS(wrote->type == got->type);
	if (wrote->type == NODE_TEXT) {
		unquoted = wrote->plain && (yaml_is_null(wrote) ||
		    is_number(wrote->text) || yaml_says(wrote, "true") ||
		    yaml_says(wrote, "false"));
		HOLDS(got->plain == unquoted);
		HOLDS(strcmp(got->text, unquoted && yaml_is_null(wrote) ?
		    "null" : wrote->text) == 0);
		return;
	}
	for (a = wrote->child, b = got->child; a != NULL && b != NULL;
	    a = a->next, b = b->next) {
		HOLDS((a->key == NULL) == (b->key == NULL));
		HOLDS(a->key == NULL || strcmp(a->key, b->key) == 0);
		same(a, b);
	}
	HOLDS(a == NULL && b == NULL);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct draw in = { data, n };
	struct yaml y = { 0 }, back = { 0 };
	struct error err = { 0 };
	struct buf b = { 0 };
	struct node *got;

	y.root = yaml_new(&y, NODE_MAP);
	yaml_add(&y, y.root, "x", draw_node(&in, &y, 0));
	output_json(&b, y.root);
	vt_takes(&b, 0);
	HOLDS_OF(&b, *value(buf_string(&b), &got) == '\0');
	same(y.root, got);
	yaml_drop(&read_back);
	buf_clear(&b);
	yaml_write(&b, y.root);
	if (yaml_read_libyaml(&back, buf_string(&b), b.length, "f",
	    &err) == -1)
		buf_str(&b, error_message(&err));
	HOLDS_OF(&b, back.root != NULL);
	HOLDS_OF(&b, yaml_equal(y.root, back.root));
	yaml_drop(&y);
	yaml_drop(&back);
	buf_free(&b);
	return 0;
}
