# Made from cmd/tools and the folders by .ci/tools; make sees to it.
NAMED = bin/unhurried bin/checkin bin/recall bin/share bin/forget bin/progress bin/signal bin/prompt bin/ritual bin/learn bin/kindly bin/agree bin/boundary bin/pace bin/win bin/hardday bin/moment bin/nudge bin/care
INNER = bin/init bin/join bin/check bin/export bin/paper bin/leave bin/complete
ALIASES = pause=signal resume=signal thanks=win reason=win
LINKS = bin/pause bin/resume bin/thanks bin/reason
COMMON = common/base/buf.o common/base/calendar.o common/base/clock.o common/base/command.o common/base/digest.o common/base/error.o common/base/fold.o common/base/language.o common/base/memory.o common/base/message.o common/base/mo.o common/base/pipeline.o common/base/plural.o common/base/program.o common/base/sentence.o common/base/span.o common/base/system_linux.o common/base/system_other.o common/base/text.o common/base/timewords.o common/base/timewords_digits.o common/base/timewords_es.o common/base/timewords_read.o common/base/timewords_table.o common/base/timewords_weekday.o common/base/unsaved.o common/call/elsewhere.o common/call/hold.o common/call/input.o common/call/operands.o common/call/tool.o common/call/verb.o common/consent/agreement.o common/consent/agreement_name.o common/consent/agreement_view.o common/consent/boundary.o common/consent/boundary_write.o common/consent/offers.o common/consent/pause.o common/consent/pause_word.o common/consent/pause_write.o common/consent/setup.o common/consent/signal.o common/consent/vocabulary.o common/consent/vocabulary_ask.o common/couple/account.o common/couple/asked.o common/couple/couple.o common/couple/couple_open.o common/couple/origin.o common/couple/owner.o common/couple/person.o common/couple/places.o common/couple/scale.o common/couple/settings.o common/couple/solo.o common/deck/answers.o common/deck/aside.o common/deck/card.o common/deck/catalog.o common/deck/daily.o common/deck/deck.o common/deck/draw.o common/deck/hurt.o common/deck/safety.o common/deck/wording.o common/entry/draft.o common/entry/draft_ask.o common/entry/editor.o common/entry/entry.o common/entry/keepsake.o common/entry/own_notes.o common/entry/reader.o common/entry/resting.o common/entry/save.o common/entry/scan.o common/entry/scan_filter.o common/entry/scan_months.o common/entry/sharing.o common/entry/view.o common/format/field.o common/format/html.o common/format/ics.o common/format/output.o common/format/yaml.o common/format/yaml_json.o common/format/yaml_lines.o common/format/yaml_own.o common/format/yaml_read.o common/format/yaml_write.o common/plan/care.o common/plan/own.o common/plan/own_scale.o common/plan/own_words.o common/plan/plans.o common/plan/recurring.o common/plan/recurring_write.o common/plan/visits.o common/review/chosen.o common/review/lookback.o common/review/ratings.o common/review/summary.o common/review/summary_read.o common/review/summary_words.o common/store/ahead.o common/store/batch.o common/store/conflict.o common/store/entry_id.o common/store/journal.o common/store/layout.o common/store/litter.o common/store/mirror.o common/store/outside.o common/store/placed.o common/store/prune.o common/store/purge.o common/store/record.o common/store/records.o common/store/recovery.o common/store/refusal.o common/store/removal.o common/store/rename.o common/store/store.o common/store/store_dir.o common/store/store_read.o common/store/store_try.o common/store/store_write.o common/store/trash.o common/store/trash_back.o common/term/ask.o common/term/ask_walk.o common/term/cli.o common/term/landlock.o common/term/line.o common/term/line_draw.o common/term/options.o common/term/options_help.o common/term/options_parse.o common/term/pacer.o common/term/pager.o common/term/pages.o common/term/sandbox.o common/term/sandbox_linux.o common/term/sandbox_pledge.o common/term/screen.o common/term/screen_wrap.o common/term/starter.o common/term/stop.o common/term/suggest.o common/term/terminal.o
PARTS = cmd/agree/page.o cmd/agree/topic.o cmd/boundary/before.o cmd/boundary/beginning.o cmd/boundary/map.o cmd/boundary/sharing.o cmd/boundary/withdrawal.o cmd/care/agenda.o cmd/care/brief.o cmd/care/drop.o cmd/care/item.o cmd/care/lines.o cmd/check/alike.o cmd/check/checkup.o cmd/check/copies.o cmd/check/doubles.o cmd/check/entries.o cmd/check/finding.o cmd/check/inspect.o cmd/check/mend.o cmd/check/origins.o cmd/check/shelves.o cmd/checkin/fields.o cmd/checkin/import.o cmd/checkin/known.o cmd/checkin/naming.o cmd/checkin/page.o cmd/checkin/record.o cmd/checkin/scale.o cmd/checkin/secret.o cmd/checkin/stamp.o cmd/checkin/together.o cmd/complete/cards.o cmd/complete/records.o cmd/complete/words.o cmd/export/own.o cmd/export/table.o cmd/forget/copies.o cmd/forget/deletion.o cmd/forget/leftover.o cmd/forget/restore.o cmd/forget/trashed.o cmd/hardday/kinder.o cmd/hardday/page.o cmd/hardday/ways.o cmd/hardday/words.o cmd/init/group.o cmd/init/names.o cmd/kindly/english.o cmd/kindly/phrases.o cmd/kindly/prose.o cmd/learn/lesson.o cmd/learn/page.o cmd/leave/leaving.o cmd/leave/notice.o cmd/leave/place.o cmd/moment/again.o cmd/moment/calm.o cmd/moment/diary.o cmd/moment/planning.o cmd/nudge/due.o cmd/nudge/history.o cmd/nudge/notify.o cmd/nudge/schedule.o cmd/nudge/standing.o cmd/pace/guidance.o cmd/pace/own_steps.o cmd/pace/steps.o cmd/pace/visit.o cmd/paper/limits.o cmd/paper/plate.o cmd/paper/prompts.o cmd/paper/rituals.o cmd/paper/sheet.o cmd/paper/situations.o cmd/paper/week.o cmd/paper/words.o cmd/progress/beside.o cmd/progress/chart.o cmd/progress/course.o cmd/progress/drawing.o cmd/progress/figures.o cmd/progress/labels.o cmd/progress/own.o cmd/progress/page.o cmd/progress/picture.o cmd/progress/series.o cmd/prompt/deal.o cmd/prompt/gentle.o cmd/prompt/offering.o cmd/prompt/opening.o cmd/prompt/own.o cmd/prompt/pick.o cmd/prompt/question.o cmd/prompt/reading.o cmd/prompt/talk.o cmd/recall/listing.o cmd/recall/revision.o cmd/ritual/choice.o cmd/ritual/rituals.o cmd/ritual/session.o cmd/ritual/softer.o cmd/share/shared.o cmd/signal/giving.o cmd/signal/state.o cmd/signal/withdrawal.o cmd/signal/words.o cmd/unhurried/overview.o cmd/unhurried/rings.o cmd/unhurried/welcome.o cmd/win/list.o cmd/win/together.o
bin/unhurried: cmd/unhurried.o cmd/unhurried/overview.o cmd/unhurried/rings.o cmd/unhurried/welcome.o common/libcommon.a .libs
	$(LINK) cmd/unhurried.o cmd/unhurried/overview.o cmd/unhurried/rings.o cmd/unhurried/welcome.o $(ARCHIVES)
bin/init: cmd/init.o cmd/init/group.o cmd/init/names.o common/libcommon.a .libs
	$(LINK) cmd/init.o cmd/init/group.o cmd/init/names.o $(ARCHIVES)
bin/join: cmd/join.o common/libcommon.a .libs
	$(LINK) cmd/join.o $(ARCHIVES)
bin/checkin: cmd/checkin.o cmd/checkin/fields.o cmd/checkin/import.o cmd/checkin/known.o cmd/checkin/naming.o cmd/checkin/page.o cmd/checkin/record.o cmd/checkin/scale.o cmd/checkin/secret.o cmd/checkin/stamp.o cmd/checkin/together.o common/libcommon.a .libs
	$(LINK) cmd/checkin.o cmd/checkin/fields.o cmd/checkin/import.o cmd/checkin/known.o cmd/checkin/naming.o cmd/checkin/page.o cmd/checkin/record.o cmd/checkin/scale.o cmd/checkin/secret.o cmd/checkin/stamp.o cmd/checkin/together.o $(ARCHIVES)
bin/recall: cmd/recall.o cmd/recall/listing.o cmd/recall/revision.o common/libcommon.a .libs
	$(LINK) cmd/recall.o cmd/recall/listing.o cmd/recall/revision.o $(ARCHIVES)
bin/share: cmd/share.o cmd/share/shared.o common/libcommon.a .libs
	$(LINK) cmd/share.o cmd/share/shared.o $(ARCHIVES)
bin/forget: cmd/forget.o cmd/forget/copies.o cmd/forget/deletion.o cmd/forget/leftover.o cmd/forget/restore.o cmd/forget/trashed.o common/libcommon.a .libs
	$(LINK) cmd/forget.o cmd/forget/copies.o cmd/forget/deletion.o cmd/forget/leftover.o cmd/forget/restore.o cmd/forget/trashed.o $(ARCHIVES)
bin/progress: cmd/progress.o cmd/progress/beside.o cmd/progress/chart.o cmd/progress/course.o cmd/progress/drawing.o cmd/progress/figures.o cmd/progress/labels.o cmd/progress/own.o cmd/progress/page.o cmd/progress/picture.o cmd/progress/series.o common/libcommon.a .libs
	$(LINK) cmd/progress.o cmd/progress/beside.o cmd/progress/chart.o cmd/progress/course.o cmd/progress/drawing.o cmd/progress/figures.o cmd/progress/labels.o cmd/progress/own.o cmd/progress/page.o cmd/progress/picture.o cmd/progress/series.o $(ARCHIVES)
bin/signal: cmd/signal.o cmd/signal/giving.o cmd/signal/state.o cmd/signal/withdrawal.o cmd/signal/words.o common/libcommon.a .libs
	$(LINK) cmd/signal.o cmd/signal/giving.o cmd/signal/state.o cmd/signal/withdrawal.o cmd/signal/words.o $(ARCHIVES)
bin/prompt: cmd/prompt.o cmd/prompt/deal.o cmd/prompt/gentle.o cmd/prompt/offering.o cmd/prompt/opening.o cmd/prompt/own.o cmd/prompt/pick.o cmd/prompt/question.o cmd/prompt/reading.o cmd/prompt/talk.o common/libcommon.a .libs
	$(LINK) cmd/prompt.o cmd/prompt/deal.o cmd/prompt/gentle.o cmd/prompt/offering.o cmd/prompt/opening.o cmd/prompt/own.o cmd/prompt/pick.o cmd/prompt/question.o cmd/prompt/reading.o cmd/prompt/talk.o $(ARCHIVES)
bin/ritual: cmd/ritual.o cmd/ritual/choice.o cmd/ritual/rituals.o cmd/ritual/session.o cmd/ritual/softer.o common/libcommon.a .libs
	$(LINK) cmd/ritual.o cmd/ritual/choice.o cmd/ritual/rituals.o cmd/ritual/session.o cmd/ritual/softer.o $(ARCHIVES)
bin/learn: cmd/learn.o cmd/learn/lesson.o cmd/learn/page.o common/libcommon.a .libs
	$(LINK) cmd/learn.o cmd/learn/lesson.o cmd/learn/page.o $(ARCHIVES)
bin/kindly: cmd/kindly.o cmd/kindly/english.o cmd/kindly/phrases.o cmd/kindly/prose.o common/libcommon.a .libs
	$(LINK) cmd/kindly.o cmd/kindly/english.o cmd/kindly/phrases.o cmd/kindly/prose.o $(ARCHIVES)
bin/agree: cmd/agree.o cmd/agree/page.o cmd/agree/topic.o common/libcommon.a .libs
	$(LINK) cmd/agree.o cmd/agree/page.o cmd/agree/topic.o $(ARCHIVES)
bin/boundary: cmd/boundary.o cmd/boundary/before.o cmd/boundary/beginning.o cmd/boundary/map.o cmd/boundary/sharing.o cmd/boundary/withdrawal.o common/libcommon.a .libs
	$(LINK) cmd/boundary.o cmd/boundary/before.o cmd/boundary/beginning.o cmd/boundary/map.o cmd/boundary/sharing.o cmd/boundary/withdrawal.o $(ARCHIVES)
bin/pace: cmd/pace.o cmd/pace/guidance.o cmd/pace/own_steps.o cmd/pace/steps.o cmd/pace/visit.o common/libcommon.a .libs
	$(LINK) cmd/pace.o cmd/pace/guidance.o cmd/pace/own_steps.o cmd/pace/steps.o cmd/pace/visit.o $(ARCHIVES)
bin/win: cmd/win.o cmd/win/list.o cmd/win/together.o common/libcommon.a .libs
	$(LINK) cmd/win.o cmd/win/list.o cmd/win/together.o $(ARCHIVES)
bin/hardday: cmd/hardday.o cmd/hardday/kinder.o cmd/hardday/page.o cmd/hardday/ways.o cmd/hardday/words.o common/libcommon.a .libs
	$(LINK) cmd/hardday.o cmd/hardday/kinder.o cmd/hardday/page.o cmd/hardday/ways.o cmd/hardday/words.o $(ARCHIVES)
bin/moment: cmd/moment.o cmd/moment/again.o cmd/moment/calm.o cmd/moment/diary.o cmd/moment/planning.o common/libcommon.a .libs
	$(LINK) cmd/moment.o cmd/moment/again.o cmd/moment/calm.o cmd/moment/diary.o cmd/moment/planning.o $(ARCHIVES)
bin/nudge: cmd/nudge.o cmd/nudge/due.o cmd/nudge/history.o cmd/nudge/notify.o cmd/nudge/schedule.o cmd/nudge/standing.o common/libcommon.a .libs
	$(LINK) cmd/nudge.o cmd/nudge/due.o cmd/nudge/history.o cmd/nudge/notify.o cmd/nudge/schedule.o cmd/nudge/standing.o $(ARCHIVES)
bin/care: cmd/care.o cmd/care/agenda.o cmd/care/brief.o cmd/care/drop.o cmd/care/item.o cmd/care/lines.o common/libcommon.a .libs
	$(LINK) cmd/care.o cmd/care/agenda.o cmd/care/brief.o cmd/care/drop.o cmd/care/item.o cmd/care/lines.o $(ARCHIVES)
bin/check: cmd/check.o cmd/check/alike.o cmd/check/checkup.o cmd/check/copies.o cmd/check/doubles.o cmd/check/entries.o cmd/check/finding.o cmd/check/inspect.o cmd/check/mend.o cmd/check/origins.o cmd/check/shelves.o common/libcommon.a .libs
	$(LINK) cmd/check.o cmd/check/alike.o cmd/check/checkup.o cmd/check/copies.o cmd/check/doubles.o cmd/check/entries.o cmd/check/finding.o cmd/check/inspect.o cmd/check/mend.o cmd/check/origins.o cmd/check/shelves.o $(ARCHIVES)
bin/export: cmd/export.o cmd/export/own.o cmd/export/table.o common/libcommon.a .libs
	$(LINK) cmd/export.o cmd/export/own.o cmd/export/table.o $(ARCHIVES)
bin/paper: cmd/paper.o cmd/paper/limits.o cmd/paper/plate.o cmd/paper/prompts.o cmd/paper/rituals.o cmd/paper/sheet.o cmd/paper/situations.o cmd/paper/week.o cmd/paper/words.o common/libcommon.a .libs
	$(LINK) cmd/paper.o cmd/paper/limits.o cmd/paper/plate.o cmd/paper/prompts.o cmd/paper/rituals.o cmd/paper/sheet.o cmd/paper/situations.o cmd/paper/week.o cmd/paper/words.o $(ARCHIVES)
bin/leave: cmd/leave.o cmd/leave/leaving.o cmd/leave/notice.o cmd/leave/place.o common/libcommon.a .libs
	$(LINK) cmd/leave.o cmd/leave/leaving.o cmd/leave/notice.o cmd/leave/place.o $(ARCHIVES)
bin/complete: cmd/complete.o cmd/complete/cards.o cmd/complete/records.o cmd/complete/words.o common/libcommon.a .libs
	$(LINK) cmd/complete.o cmd/complete/cards.o cmd/complete/records.o cmd/complete/words.o $(ARCHIVES)
bin/pause: bin/signal
	@ln -sf signal $@
bin/resume: bin/signal
	@ln -sf signal $@
bin/thanks: bin/win
	@ln -sf win $@
bin/reason: bin/win
	@ln -sf win $@
