package org.esquive.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.esquive.message.Plain.Replacement;
import org.esquive.message.Segments.Encoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "l’été, l'été",
                "ça où là êtes âge île côté sûr noël naïf, ca où là etes age ile coté sur noel naif",
                "cœur ŒUVRE Ça À Ê, coeur OEUVRE Ça A E",
                "attends…, attends...",
                "a–b—c−d‑e, a-b-c-d-e",
                "“oui” ‘non’, \"\"\"oui\"\" 'non'\"",
                "«\u00A0oui\u202F», \"\"\"oui\"\"\"",
                "« oui », \"\"\" oui \"\"\"",
                "1\u00A0000\u202F€, 1 000 €",
                "• un\tdeux, - un deux",
                "e\u0301te\u0301 a\u0302, été a",
                "ＳＴＯＰ ½ ² ﬁ ™ №, STOP 1/2 2 fi TM No",
                "a\u200Bb\u00ADc\uFEFFd, abcd",
                "Łódź ı ß þ 2×3 → ←, Lodz i ß th 2x3 -> <-"
            })
    void aTextIsBroughtBackToTheAlphabet(String text, String plain) {
        Plain suggestion = Plain.of(text);
        assertThat(suggestion.text()).isEqualTo(plain);
        assertThat(suggestion.left()).isEmpty();
        assertThat(suggestion.after().encoding()).isEqualTo(Encoding.GSM_7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "é è à ù ì ò Ç É ä ö ü ñ ß Ø", "^{}\\[~]|€\f\r\n", "ΔΦΓΛΩΠΨΣΘΞ ¡¿ ¤§£¥ @_"})
    void whatIsInTheAlphabetStays(String text) {
        Plain suggestion = Plain.of(text);
        assertThat(suggestion.text()).isEqualTo(text);
        assertThat(suggestion.replacements()).isEmpty();
        assertThat(suggestion.left()).isEmpty();
    }

    @Test
    void eachReplacementIsCountedInTheOrderOfItsFirstAppearance() {
        assertThat(Plain.of("l’hôte, l’hôtel, qu’on…\u200B").replacements())
                .containsExactly(
                        new Replacement("’", "'", 3),
                        new Replacement("ô", "o", 2),
                        new Replacement("…", "...", 1),
                        new Replacement("\u200B", "", 1));
    }

    @Test
    void whatHasNoPlainFormStaysAndIsListed() {
        Plain suggestion = Plain.of("стоп ❤\uFE0F l’ami 🛑🛑 \uD83D");
        assertThat(suggestion.text()).isEqualTo("стоп ❤\uFE0F l'ami 🛑🛑 \uD83D");
        assertThat(suggestion.left()).containsExactlyInAnyOrder("с", "т", "о", "п", "❤\uFE0F", "🛑", "\uD83D");
        assertThat(suggestion.replacements()).containsExactly(new Replacement("’", "'", 1));
        assertThat(suggestion.after().encoding()).isEqualTo(Encoding.UCS_2);
    }

    @Test
    void aTypographicApostropheCostsThreeSegments() {
        Plain suggestion = Plain.of("l’" + "a".repeat(272));
        assertThat(suggestion.before().count()).isEqualTo(5);
        assertThat(suggestion.after().count()).isEqualTo(2);
    }

    @Test
    void aSuggestionNeedsNoFurtherOne() {
        Random random = new Random(274);
        for (int round = 0; round < 1_000; round++) {
            String text = random.ints(random.nextInt(80), 0, round % 10 == 0 ? 0x10000 : 0x2300)
                    .collect(StringBuilder::new, (all, unit) -> all.append((char) unit), StringBuilder::append)
                    .toString();
            Plain once = Plain.of(text);
            assertThat(once.after().encoding() == Encoding.GSM_7)
                    .isEqualTo(once.left().isEmpty());
            if (once.left().isEmpty()) {
                assertThat(Plain.of(once.text()).text()).isEqualTo(once.text());
            }
        }
    }

    @Test
    void aLineAboutASuggestionDoesNotShowTheWords() {
        assertThat(Plain.of("l’ami").toString()).doesNotContain("ami").contains("UCS_2", "GSM_7");
    }
}
