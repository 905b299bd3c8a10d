/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * What libical reads in a calendar on stdin: a line for each component and
 * property, in order, text as it was meant. Status 1 where it is not a
 * calendar by libical's own restrictions, or has any error.
 */

#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void
show(const char *name, const char *s)
{
	printf("%s=", name);
	for (; s != NULL && *s != '\0'; s++)
		if (*s == '\n')
			printf("\\n");
		else
			putchar(*s);
	putchar('\n');
}

static void
walk(icalcomponent *c)
{
	icalproperty *p;
	icalcomponent *inner;
	icalvalue *v;

	show("BEGIN", icalcomponent_kind_to_string(icalcomponent_isa(c)));
	for (p = icalcomponent_get_first_property(c, ICAL_ANY_PROPERTY);
	    p != NULL; p = icalcomponent_get_next_property(c,
	    ICAL_ANY_PROPERTY)) {
		v = icalproperty_get_value(p);
		show(icalproperty_get_property_name(p),
		    icalvalue_isa(v) == ICAL_TEXT_VALUE ?
			icalvalue_get_text(v) :
			icalproperty_get_value_as_string(p));
	}
	for (inner = icalcomponent_get_first_component(c, ICAL_ANY_COMPONENT);
	    inner != NULL; inner = icalcomponent_get_next_component(c,
	    ICAL_ANY_COMPONENT))
		walk(inner);
}

int
main(void)
{
	static char text[1 << 20];
	size_t n = fread(text, 1, sizeof(text) - 1, stdin);
	icalcomponent *c;
	int bad;

	text[n] = '\0';
	if ((c = icalparser_parse_string(text)) == NULL)
		return 1;
	walk(c);
	bad = icalcomponent_isa(c) != ICAL_VCALENDAR_COMPONENT ||
	    !icalrestriction_check(c) || icalcomponent_count_errors(c) > 0;
	icalcomponent_free(c);
	return bad;
}
