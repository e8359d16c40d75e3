package org.esquive.settings.yaml;

import java.util.List;

/// Every key of a country's profile. `docs/countries.md` explains them.
enum CountryKey implements Slot {
    DOCUMENT("", "the keys of a profile", "country: FR"),
    COUNTRY("country", "a country code of two capital letters", "FR"),
    CHECKED("checked", "the day on which every fact was compared with its source", "2026-11-24"),
    LANGUAGES("languages", "a list of language tags", "[fr]"),
    SOURCES("sources", "sources by a short name", "regulator: {title: …, link: …, read: …}"),
    SOURCE("source", "the short name of one of the sources, or none for an unverified fact", "regulator"),
    TITLE("title", "whose page or document it is", "Arcep: emergency numbers"),
    LINK("link", "an address", "https://www.example.org/numbers"),
    READ("read", "the day it was read, not after checked", "2026-11-24"),
    ANSWERS("answers", "a list of number types that may be answered", "[{type: mobile, …}]"),
    TYPE("type", "mobile, or fixed-line-or-mobile where one range serves both", "mobile"),
    DIAL("dial", "how the numbers are built", "{shortest: 9, codes: [3xxxx], rule: …}"),
    SHORTEST("shortest", "a whole number of digits, 4 to 12", "9"),
    CODES("codes", "a list of shapes of digits and x, of 2 to 6 characters", "[3xxxx]"),
    RULE("rule", "a sentence", "\"Nine digits after +33.\""),
    NEVER_ANSWERED("never-answered", "a list of senders that are never answered", "[{numbers: [\"112\"], …}]"),
    NUMBERS(
            "numbers",
            "a list of short numbers of 2 to 6 digits, or full numbers in international form",
            "[\"112\", \"+33 1 80 52 33 76\"]"),
    WHO("who", "whose numbers they are", "police"),
    KEYWORDS("keywords", "a list of words that are wishes", "[{wish: stop, words: [BASTA], …}]"),
    WISH("wish", "stop, help or start", "stop"),
    WORDS("words", "a list of words in capitals without accents, parts joined by _", "[BASTA, NO_MORE]"),
    HELP("help", "a list of whom to turn to, the most urgent first", "[{kind: emergency, number: \"112\", …}]"),
    KIND("kind", "emergency, emergency-by-text, violence, minors, victims or listening", "violence"),
    NUMBER("number", "a number as it is dialled in the country", "\"0800 30 030\""),
    BY("by", "call or text", "call"),
    NAME("name", "names by language tag", "{fr: Police, en: Police}"),
    NAME_IN("name", "a name", "Police"),
    HOURS("hours", "always, or daily, mon-sat or mon-fri with two times", "mon-fri 09:00-19:00"),
    WARNINGS("warnings", "a list of what a keeper should know of some numbers", "[{prefixes: [\"+336\"], …}]"),
    PREFIXES("prefixes", "a list of beginnings of numbers in international form", "[\"+336\", \"+337\"]"),
    NOTE("note", "a sentence", "\"One range for both.\""),
    QUIET("quiet", "when people sleep", "{from: \"22:00\", to: \"08:00\", …}"),
    FROM("from", "a time of day", "\"22:00\""),
    TO("to", "a time of day", "\"08:00\""),
    MARK("mark", "verified, press or unverified", "verified"),
    DATE("date", "the latest day the source is known to say so, not after checked", "2026-11-24");

    /// What stands beside every fact.
    static final List<CountryKey> EVIDENCE = List.of(MARK, SOURCE, DATE);

    private final String word;
    private final String range;
    private final String example;

    CountryKey(String word, String range, String example) {
        this.word = word;
        this.range = range;
        this.example = example;
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public String expected() {
        return range + ", such as " + example;
    }
}
