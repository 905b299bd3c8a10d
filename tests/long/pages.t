#!/bin/sh
# Pages as a browser has them: html-validate and axe-core find nothing, no page is wider
# than a phone, loads anything, or prints on more than its paper; a picture is drawn by
# two programs. Where chromium is not there, or node has not html-validate, axe-core and
# puppeteer-core (NODE_PATH says where npm put them), it is skipped.
. "$(dirname "$0")/../lib.sh"

need clock node
clock_at '2026-11-25 14:00:00'
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome) || skip_all 'no chromium here'
node -e 'for (const m of ["html-validate", "axe-core", "puppeteer-core"]) require(m)' 2>/dev/null ||
    skip_all 'node has no html-validate, axe-core and puppeteer-core here: npm install them, and set NODE_PATH'

couple
for n in 1 2 3 4 5 6 7 8 9; do
	printf '{"at":"2026-10-%02dT09:00:00+02:00","mood":%d,"stress":9,"body":8,"feel":["hard"]}\n' $n $n
	printf '{"at":"2025-%02d-03T09:00:00+02:00","mood":5,"comfort":3}\n' $n
done | checkin -q -f - || exit 1
win -q -m '<script>alert(1)</script> and a very long word: neverendsneverendsneverendsneverendsneverendsneverends'
thanks -q -m 'سلام, and 日本語の長い文章は空白なしで続くのでどこかで折り返す必要があります。'
boundary -q not-now 'my <neck>' && boundary -q share --yes 'my <neck>' 2>err
care ask -q 'May it <wait>?' 2>err
for what in week=week month=2026-10 year='2026' all=all empty=2020; do progress "${what#*=}" -q -o "${what%%=*}.html"; done
progress week 2026-10-05 -q -o hard.html
progress all -q --shared -o shared.html
progress all -q --chart -o picture.svg
progress week 2020-01-01 -q -o empty.svg
for reading in partner examination; do learn "$reading" -q -o "$reading.html"; done
for card in words limits map week prompts; do unhurried paper $card --html >"paper-$card.html" 2>err; done
unhurried paper ritual "$(ritual list --format tsv | head -n 1 | cut -f 1)" --html >paper-ritual.html
care brief --part questions --html >brief.html 2>err
pages=$(echo ./*.html)

cat >valid.js <<'EOS'
const { HtmlValidate } = require('html-validate');
const validate = new HtmlValidate({ extends: ['html-validate:recommended', 'html-validate:a11y'],
    rules: { 'no-inline-style': 'off', 'long-title': 'off' } });
(async () => {
	for (const file of process.argv.slice(2)) {
		const report = await validate.validateFile(file);
		for (const result of report.results)
			for (const m of result.messages)
				console.log(`${file}:${m.line}: ${m.ruleId}: ${m.message}`);
	}
})();
EOS
# shellcheck disable=SC2086 # names
run node valid.js $pages
status_is 0 'html-validate'
out_is '' 'finds nothing'

cat >seen.js <<'EOS'
const fs = require('fs'), path = require('path');
const puppeteer = require('puppeteer-core');
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
(async () => {
	const browser = await puppeteer.launch({ executablePath: process.argv[2], args: ['--no-sandbox'], headless: true });
	for (const file of process.argv.slice(3))
		for (const width of [390, 1280])
			for (const scheme of ['light', 'dark']) {
				const page = await browser.newPage(), url = 'file://' + path.resolve(file);
				const say = (...what) => console.log(file, width, scheme, ...what);
				page.on('request', r => r.url() === url || say('asks for', r.url()));
				page.on('dialog', d => { say('runs something'); d.dismiss(); });
				page.on('pageerror', e => say(e.message));
				await page.setBypassCSP(true);
				await page.setViewport({ width, height: 844 });
				await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
				await page.goto(url);
				const wide = await page.evaluate(() => document.documentElement.scrollWidth);
				if (wide > width)
					say('is wide', wide);
				if (file.endsWith('.html')) {
					const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
					if ((ground === 'rgb(255, 255, 255)') !== (scheme === 'light'))
						say('has the ground', ground);
					await page.evaluate(axe);
					const found = await page.evaluate(() => axe.run(document));
					for (const v of found.violations)
						say('axe:', v.id, v.help, v.nodes[0].html);
				}
				if (width === 1280 && scheme === 'dark')
					for (const format of ['A4', 'Letter'])
						await page.pdf({ path: `${file}.${format}.pdf`, format });
				await page.close();
			}
	await browser.close();
})();
EOS
# shellcheck disable=SC2086 # names
run node seen.js "$browser" $pages ./picture.svg ./empty.svg
status_is 0 'seen in a browser, narrow and wide, light and dark'
out_is '' 'nothing is wide, asked for, run, or hard to reach'
is "$(find . -name '*.pdf' -size +1k | wc -l | tr -d ' ')" "$(($(echo "$pages" | wc -w) * 2 + 4))" 'printed on both papers'

# A picture, drawn by another program: all that was given is in it, and no picture of
# an empty time is another size.
if command -v rsvg-convert >/dev/null; then
	run rsvg-convert -w 720 picture.svg -o picture.png
	status_is 0 'drawn by another program'
	err_is ''
	ok 'as a picture' [ "$(head -c 4 picture.png | tail -c 3)" = PNG ]
else
	skip 'no rsvg-convert here'
fi
if command -v pdftotext >/dev/null; then
	pdftotext year.html.A4.pdf - | tr -s ' \n' '  ' >text
	like "$(cat text)" '<script>alert(1)</script> and a very long word' 'on paper words are words'
	like "$(cat text)" 'If something hurts or scares you: unhurried help safety.' 'and where to turn is there'
	pdfinfo year.html.A4.pdf | sed -n 's/^Page size: *//p' >size
	pdfinfo year.html.Letter.pdf | sed -n 's/^Page size: *//p' >>size
	is "$(sed 's/.*(//; s/)//' size | tr '[:upper:]\n' '[:lower:] ')" 'a4 letter ' 'the papers'
else
	skip 'no pdftotext here'
fi
done_testing
