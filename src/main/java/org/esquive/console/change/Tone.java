package org.esquive.console.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.esquive.settings.ReplyTexts;
import org.esquive.settings.yaml.Draft;
import org.esquive.settings.yaml.Edit;

/// How a new line speaks to somebody who goes on. All tones are made of the texts that come with the program, so that
/// each says what was reviewed; the first text is the same in all, since it says how to stop the replies.
enum Tone {
    /// Each text says a little more: the five wordings as they come.
    STEPS,
    /// After the first only the request, at its shortest.
    BRIEF,
    /// The same words each time: nothing to discover, nothing to argue with.
    SAME;

    /// The tone of that word in a form; the first of them for any other.
    static Tone named(String word) {
        return Arrays.stream(values())
                .filter(tone -> tone.word().equals(word))
                .findFirst()
                .orElse(STEPS);
    }

    /// The tone in which a draft has the texts of a language.
    static Tone of(Draft draft, String language, ReplyTexts shipped) {
        List<String> ladder = draft.words(path(language) + "/ladder");
        return Stream.of(BRIEF, SAME)
                .filter(tone -> tone.texts(shipped).ladder().equals(ladder))
                .findFirst()
                .orElse(STEPS);
    }

    /// Its word in a form, and the end of message keys.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The texts of a language in this tone.
    ReplyTexts texts(ReplyTexts shipped) {
        return switch (this) {
            case STEPS -> shipped;
            case BRIEF -> with(shipped, List.of(shipped.rung(1), shipped.rung(ReplyTexts.MOST_RUNGS)));
            case SAME -> with(shipped, List.of(shipped.rung(1)));
        };
    }

    private static ReplyTexts with(ReplyTexts shipped, List<String> ladder) {
        return new ReplyTexts(ladder, shipped.help(), shipped.stop(), shipped.start(), shipped.cover());
    }

    /// Has a sketch speak a language in this tone, and no other language in one that was chosen before. Texts that the
    /// keeper wrote earlier are theirs and stay.
    Sketch chosen(Sketch sketch, String language, Map<String, ReplyTexts> shipped) {
        List<Edit> edits = new ArrayList<>();
        shipped.keySet().stream()
                .filter(each -> !isOwn(sketch, each))
                .forEach(each -> edits.add(new Edit.Remove(path(each))));
        ReplyTexts texts = shipped.get(language);
        if (this != STEPS && texts != null && !isOwn(sketch, language)) {
            edits.addAll(put(path(language), texts(texts)));
        }
        return sketch.with(edits);
    }

    /// Whether the texts of a language are those that the keeper wrote before the first step.
    static boolean isOwn(Sketch sketch, String language) {
        String ladder = path(language) + "/ladder";
        return sketch.draft().has(path(language))
                && sketch.draft().words(ladder).equals(sketch.before().words(ladder));
    }

    private static List<Edit> put(String path, ReplyTexts texts) {
        List<Edit> edits = new ArrayList<>(List.of(
                new Edit.PutAll(path + "/ladder", texts.ladder()),
                new Edit.Put(path + "/help", texts.help()),
                new Edit.Put(path + "/stop", texts.stop()),
                new Edit.Put(path + "/start", texts.start())));
        texts.cover().ifPresent(cover -> edits.add(new Edit.Put(path + "/cover", cover)));
        return edits;
    }

    private static String path(String language) {
        return "texts/" + language;
    }
}
