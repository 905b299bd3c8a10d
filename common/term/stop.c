/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <string.h>

#include "base/fold.h"
#include "base/memory.h"
#include "base/text.h"
#include "term/stop.h"

#define IS_NO	1
#define YIELDS	2	/* to what a person has said that it means */
#define IS_ALWAYS 4
#define IS_STOP	8	/* all of these */

static const char *const always[] = { "pause", "stop", "no", NULL };

/* Each word as fold_near() has it: small, and without accents. */
static const struct row {
	int		 is;
	const char	*words;		/* with commas between them */
} rows[] = {
	/* Spanish, Catalan, Galician */
	{ 0, "para,paralo,parala,parate,pare,paren,para ya,alto,"
	    "basta,basta ya,ya basta,detente,deten,detengase,"
	    "no mas,no quiero,no sigas,dejame,sueltame,pausa,prou,"
	    "atura,atura't" },
	/* Portuguese */
	{ IS_NO, "nao" },
	{ 0, "parar,parem,chega,nao quero,para com isso,me solta" },
	/* Italian */
	{ 0, "fermati,ferma,fermo,fermatevi,smettila,smetti,"
	    "basta cosi,non voglio,lasciami" },
	/* French */
	{ IS_NO, "non" },
	{ 0, "arrete,arretez,arrete-toi,arrete toi,halte,assez,"
	    "ca suffit,je ne veux pas,je veux pas,lache-moi,"
	    "lache moi" },
	/* German */
	{ IS_NO, "nein,nee" },
	{ 0, "halt,stopp,hor auf,hoer auf,aufhoren,aufhoeren,"
	    "schluss,schluß,nicht weiter,lass das,genug,"
	    "ich will nicht" },
	/* Dutch */
	{ 0, "stoppen,hou op,ophouden,genoeg,ik wil niet,pauze" },
	/* Swedish, Danish, Norwegian, Icelandic */
	{ IS_NO, "nej,nei" },
	{ 0, "sluta,slutt,hold op,paus,jag vill inte,jeg vil ikke,"
	    "hættu" },
	/* Finnish, Estonian */
	{ 0, "lopeta,pysahdy,seis,ei enaa,en halua" },
	/* Polish, Czech, Slovak */
	{ IS_NO, "nie" },
	{ 0, "stoj,stuj,przestan,dosc,nie chce,prestan,prestante,"
	    "nechci,nechcem,pauza" },
	/* Slovene, Croatian, Bosnian, Serbian */
	{ 0, "stani,dosta,prestani,necu,nehaj,ne zelim" },
	/* Hungarian */
	{ IS_NO, "nem" },
	{ 0, "allj,allj meg,eleg,hagyd abba,nem akarom" },
	/* Romanian */
	{ 0, "opreste,opreste-te,opreste te,destul,ajunge,nu vreau" },
	/* Greek */
	{ IS_NO, "οχι" },
	{ 0, "σταματα,σταματησε,στοπ,φτανει,αρκετα,δεν θελω" },
	/* Russian */
	{ IS_NO, "нет" },
	{ 0, "стоп,стои,хватит,перестань,прекрати,остановись,"
	    "не надо,не хочу,пауза" },
	/* Ukrainian, Belarusian */
	{ IS_NO, "ні,не" },
	{ 0, "стіи,досить,зупинись,припини,годі,не треба,спыніся" },
	/* Bulgarian, Macedonian, Serbian */
	{ 0, "спри,спрете,стига,достатъчно,стани,доста,престани,"
	    "не искам" },
	/* Turkish */
	{ IS_NO, "hayir" },
	{ 0, "durun,yeter,yapma,birak,istemiyorum,dur artik,"
	    "dur lutfen" },
	/* Arabic */
	{ IS_NO, "لا" },
	{ 0, "توقف,توقفي,اوقف,قف,قفي,كفى,كفاية,يكفي,خلاص,بس,ستوب,"
	    "لا اريد" },
	/* Persian, Kurdish */
	{ IS_NO, "نه" },
	{ 0, "بسه,بس کن,ایست,نکن,دست نگه دار,نمیخواهم" },
	/* Urdu */
	{ IS_NO, "نہیں" },
	{ 0, "رکو,رک جاو,بس کرو,مت کرو" },
	/* Hebrew */
	{ IS_NO, "לא" },
	{ 0, "עצור,עצרי,תעצור,תעצרי,די,תפסיק,תפסיקי,מספיק,סטופ,"
	    "לא רוצה" },
	/* Hindi, Marathi, Nepali */
	{ IS_NO, "नहीं,नही" },
	{ 0, "रुको,रुकिए,रुक,रुक जाओ,बस,बस करो,मत करो,ठहरो" },
	/* the same in Latin letters */
	{ IS_NO, "nahi,nahin" },
	{ 0, "ruko,ruk jao,bas karo,mat karo" },
	/* Bengali */
	{ IS_NO, "না" },
	{ 0, "থামো,থামুন,থাম" },
	/* Thai */
	{ IS_NO, "ไม่" },
	{ 0, "หยุด,พอ,พอแล้ว,อย่า" },
	/* Vietnamese */
	{ IS_NO, "khong" },
	{ 0, "dung,dung lai,thoi,ngung,đung" },
	/* Indonesian, Malay */
	{ IS_NO, "tidak" },
	{ 0, "berhenti,jangan,cukup,hentikan" },
	/* Filipino, Swahili */
	{ IS_NO, "hapana" },
	{ 0, "tigil,ayoko,simama" },
	/* Japanese */
	{ IS_NO, "いいえ,いや,嫌,イヤ,嫌だ,いやだ,やだ" },
	{ 0, "やめて,止めて,やめろ,だめ,ダメ,駄目,ストップ,止まって,"
	    "yamete" },
	/* Chinese */
	{ IS_NO, "不,不要,不行,不可以,唔好" },
	{ 0, "停,停下,停下来,停下來,停止,停一下,别,別,住手,够了,"
	    "夠了,暂停,暫停" },
	/* Korean */
	{ IS_NO, "아니,아니요,아니오" },
	{ 0, "그만,그만해,그만해요,멈춰,안돼,안 돼,싫어,하지마,"
	    "하지 마,스톱" },
	/* A no or a stop that is a kind word, or an everyday one, elsewhere */
	{ IS_NO | YIELDS, "nu,ne,ei,ez,hindi" },
	{ YIELDS, "dur,dost,bas" }
};

/* Return true where `word` is in a list. */
static int
lists(const char *list, const char *word, size_t n)
{
	const char *p = list;

	for (; (p = strstr(p, word)) != NULL; p++)
		if ((p == list || p[-1] == ',') && (p[n] == ',' ||
		    p[n] == '\0'))
			return 1;
	return 0;
}

/* Return what is listed of `said`; 0 for nothing. */
static int
look_up(const char *said)
{
	char bare[TEXT_BARE], word[2 * TEXT_BARE + 5];
	size_t i, n;

	/* No such word has one of these: most operands have. */
	if (strpbrk(said, "=/0123456789") != NULL)
		return 0;
	text_bare(said, bare);
	n = fold_write(bare, 1, word, sizeof(word));
	if (n == 0 || strchr(word, ',') != NULL)
		return 0;
	for (i = 0; always[i] != NULL; i++)
		if (strcmp(always[i], word) == 0)
			return IS_STOP | IS_ALWAYS | (*word == 'n' ? IS_NO : 0);
	for (i = 0; i < nitems(rows); i++)
		if (lists(rows[i].words, word, n))
			return IS_STOP | rows[i].is;
	return 0;
}

const char *
stop_word(size_t n)
{
	return always[n];
}

int
stop_always(const char *word)
{
	return (look_up(word) & IS_ALWAYS) != 0;
}

int
stop_is(const char *word)
{
	return (look_up(word) & (IS_STOP | YIELDS)) == IS_STOP;
}

int
stop_may_be(const char *word)
{
	return look_up(word) != 0;
}

int
stop_is_no(const char *word)
{
	return (look_up(word) & IS_NO) != 0;
}
