package org.esquive.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.esquive.lab.Vectors.expect;

import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.esquive.lab.Vectors;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class KeywordTest {
    private static final Map<String, Keyword> INTENTS =
            Map.of("optout", Keyword.STOP, "optin", Keyword.START, "help", Keyword.HELP, "none", Keyword.NONE);

    static Stream<Named<JsonNode>> texts() {
        return Vectors.of("optout_keyword");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void everyWishIsUnderstoodAsOthersUnderstandIt(JsonNode row) {
        Keyword keyword = Vocabulary.EVERYWHERE.keyword(row.path("text").asString());
        expect(row, "intent", intent -> assertThat(keyword).isEqualTo(INTENTS.get(intent.asString())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stop",
                " Stop \n",
                "STOP!!",
                "S.T.O.P",
                "s t o p",
                "S-T-O-P svp",
                "stop 🛑",
                "🛑STOP🛑",
                "ＳＴＯＰ",
                "𝐒𝐓𝐎𝐏",
                "st\u200Bop",
                "\uFEFFSTOP\u200F",
                "st\u00ADop",
                "Arrêt !",
                "ARRÊTER",
                "arre\u0302te",
                "arrêtez",
                "opt out",
                "Opt-Out",
                "OPT_OUT",
                "stop all",
                "« stop »",
                "¡stop!",
                "stop, stop; stop",
                "STOP svp",
                "(stop)",
                "#stop",
                "stop stop stop stop stop stop stop stop stop stop",
                "revoke",
                "remove",
                "td",
                "\u0000stop"
            })
    void aWishForSilenceIsHeardHoweverItIsWritten(String text) {
        assertThat(Vocabulary.EVERYWHERE.keyword(text)).isEqualTo(Keyword.STOP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "Aide ?", "info", "test", "Hilfe", "¿ayuda?", "H.E.L.P", "help help"})
    void aWishForHelpIsHeard(String text) {
        assertThat(Vocabulary.EVERYWHERE.keyword(text)).isEqualTo(Keyword.HELP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "Unstop.", "START start"})
    void aWishForAnswersIsHeard(String text) {
        assertThat(Vocabulary.EVERYWHERE.keyword(text)).isEqualTo(Keyword.START);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "?",
                "🛑",
                "stp",
                "svp",
                "stp svp",
                "stop please",
                "un stop",
                "in fo",
                "ar ret",
                "stop1",
                "1 stop",
                "stop help",
                "ѕtор",
                "ΣTOP",
                "yes",
                "oui",
                "non stop",
                "bus stop",
                "\uD83D",
                "stopped",
                "le bout",
                "sto",
                "s t"
            })
    void anOrdinaryTextIsNoWish(String text) {
        assertThat(Vocabulary.EVERYWHERE.keyword(text)).isEqualTo(Keyword.NONE);
    }

    @Test
    void aWishIsNoLongerThanASegment() {
        assertThat(Vocabulary.EVERYWHERE.keyword("stop" + "!".repeat(156))).isEqualTo(Keyword.STOP);
        assertThat(Vocabulary.EVERYWHERE.keyword("stop" + "!".repeat(157))).isEqualTo(Keyword.NONE);
        assertThat(Vocabulary.EVERYWHERE.keyword("stop" + " ".repeat(1_000))).isEqualTo(Keyword.STOP);
    }

    @Test
    void randomTextsAreReadWithoutFailing() {
        Random random = new Random(33700);
        for (int round = 0; round < 5_000; round++) {
            String text = random.ints(random.nextInt(40), 0, 0x10000)
                    .collect(StringBuilder::new, (all, unit) -> all.append((char) unit), StringBuilder::append)
                    .toString();
            assertThat(Vocabulary.EVERYWHERE.keyword(text)).isNotNull();
            assertThat(Vocabulary.EVERYWHERE.keyword("stop " + text + " stop")).isNotNull();
        }
    }
}
