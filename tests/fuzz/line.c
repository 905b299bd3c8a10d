/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * The line editor, with keys from the data, on the terminal of vt.h: each time
 * it has drawn, the row shows just what the line holds there, with the cursor
 * where it types; nothing stands beyond the width; what it takes has no
 * control bytes; and it comes to an end. Of the data the first byte is the
 * width, the second whether several lines are meant, then a question; 0xfe is
 * a pause, and what follows 0xff happens to the process.
 */

#include <setjmp.h>
#include <signal.h>

#include "term/screen.h"
#include "term/terminal.h"
#include "vt.h"

struct line;

static struct draw keys_left;
static struct vt vt;
static FILE *screen_file;
static char *screen_bytes;
static size_t screen_length, screen_seen;
static jmp_buf ends;
static int paused, happens;

/* What was printed since reaches the terminal. */
static void
shows(void)
{
	fflush(screen_file);
	vt_write(&vt, screen_bytes + screen_seen, screen_length - screen_seen);
	screen_seen = screen_length;
}

static void	drawn(const struct line *l);

static int
typed(int ms)
{
	int c;

	if (happens)
		return TERMINAL_NONE;
	if (paused && ms != -1) {
		paused = ms != 0;
		return TERMINAL_NONE;
	}
	paused = 0;
	if (keys_left.n == 0)
		return TERMINAL_GONE;
	if ((c = (int)draw_byte(&keys_left)) == 0xff)
		happens = 1;
	else if (c == 0xfe)
		paused = 1;
	if (c == 0xfe && ms == -1)
		return typed(ms);
	return c >= 0xfe ? TERMINAL_NONE : c;
}

static enum terminal_event
happened(void)
{
	static const enum terminal_event events[] = { TERMINAL_NONE,
	    TERMINAL_STOP, TERMINAL_GONE, TERMINAL_END };

	if (!happens)
		return TERMINAL_NONE;
	happens = 0;
	return events[draw_byte(&keys_left) % 4];
}

#define terminal_key		typed
#define terminal_event()	happened()
#define terminal_take(keys)	0
#define terminal_give()		((void)0)
#define terminal_stop()		((void)0)
#define terminal_wipe()	fputs("\033[H\033[2J\033[3J", screen_file)
#define _exit(status)		(buf_free(&l->shown), longjmp(ends, 1))
#define raise(number)		((void)0)
#define fflush(fp)		drawn(l)
#define line_read		read_line
#define line_can		can_line
#define line_begin		begin_line
#define line_draw		draw_line
#define line_leave		leave_line
#undef stderr
#define stderr			screen_file
#include "term/line_draw.c"
#include "term/line.c"
#undef fflush

/* The row shows what the line holds from `first` on. */
static void
drawn(const struct line *l)
{
	struct buf b = { 0 };
	struct vt want;
	size_t fits;

	fflush(screen_file);
	shows();
	HOLDS_OF(l->text, l->first <= l->at && l->at <= l->text->length);
	vt_open(&want, vt.columns, VT_WORDS);
	want.column = l->lead;
	screen_safe(&b, buf_string(l->text) + l->first, l->at - l->first, 0);
	vt_write(&want, buf_string(&b), b.length);
	VT_HOLDS(&vt, vt.column == want.column);
	/* What does not fit is not shown: here the cells say how much does. */
	buf_clear(&b);
	screen_safe(&b, buf_string(l->text) + l->at, l->text->length - l->at,
	    0);
	fits = text_fit(buf_string(&b), b.length,
	    vt.columns - 1 - want.column);
	vt_write(&want, buf_string(&b), fits);
	VT_HOLDS(&vt, memcmp(vt.row + l->lead, want.row + l->lead,
	    (VT_MOST - l->lead) * sizeof(vt.row[0])) == 0);
	vt_close(&want);
	buf_free(&b);
}

/* What was typed holds nothing that could steer; newlines where they may be. */
static void
is_clean(const struct buf *text, int several)
{
	size_t i;

	for (i = 0; i < text->length; i++)
		HOLDS_OF(text, (unsigned char)text->data[i] >= 0x20 ?
		    text->data[i] != 0x7f : text->data[i] == '\t' ||
		    (several && text->data[i] == '\n'));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct buf text = { 0 };
	char width[8], *question;
	int several;

	keys_left = (struct draw){ data, n };
	vt_open(&vt, 40 + draw_byte(&keys_left) % 80, VT_EDITS);
	several = draw_byte(&keys_left) & 1;
	question = draw_text(&keys_left);
	snprintf(width, sizeof(width), "%zu", vt.columns);
	setenv("COLUMNS", width, 1);
	setenv("LC_ALL", "C.UTF-8", 1);
	screen_open(0);
	paused = happens = 0;
	screen_seen = 0;
	screen_file = open_memstream(&screen_bytes, &screen_length);
	if (setjmp(ends) == 0)
		(void)read_line(question, several, &text);
	shows();
	is_clean(&text, several);
	fclose(screen_file);
	free(screen_bytes);
	free(question);
	buf_free(&text);
	vt_close(&vt);
	return 0;
}
