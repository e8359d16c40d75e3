package org.esquive.console.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.esquive.message.Segments;
import org.esquive.settings.Settings;
import org.esquive.settings.Wording;

/// Something to say of a text beside its measure.
///
/// @param name the end of a message key
/// @param about a figure or a name in the message
/// @param problem whether the text is not taken as it is; otherwise it is advice
record Note(String name, String about, boolean problem) {
    private static final Pattern STOP = Pattern.compile("\\bSTOP\\b", Pattern.CASE_INSENSITIVE);

    /// The shortest words that tell of STOP, such as ` STOP: nothing more.`, in septets.
    private static final int SHORTEST_HINT = 14;

    /// What there is to say of a step.
    static List<Note> of(Typed typed, Step step, String language, Settings settings) {
        if (typed.isGap(step)) {
            return List.of(new Note("GAP", "", true));
        }
        if (typed.isEmpty(step) && typed.mayBeEmpty(step)) {
            return step == Step.COVER ? coverAsked(language, settings) : List.of();
        }
        String text = typed.at(step);
        List<Note> notes = new ArrayList<>();
        Wording.of(text).stream()
                .filter(Wording.Remark::isProblem)
                .map(remark -> new Note(remark.name(), about(remark, text), true))
                .forEach(notes::add);
        if (notes.isEmpty() && step == Step.FIRST && hasRoomForStop(text)) {
            notes.add(new Note("STOP_HINT", "", false));
        }
        return List.copyOf(notes);
    }

    private static List<Note> coverAsked(String language, Settings settings) {
        return settings.lines().stream()
                .filter(line -> line.language().equals(language))
                .filter(line -> line.timing().cover().isPresent())
                .limit(1)
                .map(line -> new Note("COVER_ASKED", line.id().value(), true))
                .toList();
    }

    private static String about(Wording.Remark remark, String text) {
        return switch (remark) {
            case TOO_LONG -> String.valueOf(text.length());
            case UNSHOWABLE -> Wording.unshowable(text).orElse("");
            case TOO_MANY_SEGMENTS, SEVERAL_SEGMENTS ->
                String.valueOf(Segments.of(text).count());
            case EMPTY, LINK, OUTSIDE_ALPHABET -> "";
        };
    }

    /// A first text says how to stop the replies, if that costs no second segment.
    private static boolean hasRoomForStop(String text) {
        Segments segments = Segments.of(text);
        return segments.count() == 1
                && segments.units() + SHORTEST_HINT <= segments.encoding().alone()
                && !STOP.matcher(text).find();
    }
}
