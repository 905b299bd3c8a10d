"""How easy a text is to read: the reading grade of

    J. P. Kincaid and others, Derivation of New Readability Formulas for Navy
    Enlisted Personnel, Naval Technical Training Command, 1975:
    grade = 0.39 words/sentences + 11.8 syllables/words - 15.59

A text of fewer than four words has no grade worth the name.
"""
import re


def syllables(word):
    word = re.sub(r"[^a-z]", "", word.lower())
    if len(word) <= 3:
        return 1
    word = re.sub(r"(?:[^laeiouy]es|[^aeiouytd]ed|[^laeiouy]e)$", "", word)
    return max(1, len(re.findall(r"[aeiouy]{1,2}", re.sub(r"^y", "", word))))


def grade(text):
    words = re.findall(r"[A-Za-z0-9'’-]+", text)
    sentences = len(re.findall(r"[.!?:;]+(?=\s|$)|\n\n", text.strip() + " ")) or 1
    if len(words) < 4:
        return 0
    return 0.39 * len(words) / sentences + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
