package org.esquive.console.studio;

import java.util.List;

/// Everything the page of the texts shows.
///
/// @param lines the ids of all lines
/// @param line the line whose phone is shown
/// @param number its number, as people of its country write it
/// @param most texts of a sender that it answers
/// @param language the tag of the language shown
/// @param name what it is called
/// @param languages every language that has texts
/// @param origin where the texts come from
/// @param removable whether the keeper's own texts can be given up: there are shipped ones, or no line needs them
/// @param usedBy the lines that answer in it
/// @param segment the price of a segment in words; empty if there is none
/// @param channel the channel of the line
/// @param version the version of the settings that the fields are to follow
/// @param base the version that the fields began with
/// @param others who changed these texts since; empty if nobody did
/// @param steps the fields
/// @param problems what keeps them from being saved and is no field's
record StudioView(
        List<String> lines,
        String line,
        String number,
        int most,
        String language,
        String name,
        List<Tongue> languages,
        Origin origin,
        boolean removable,
        List<String> usedBy,
        String segment,
        String channel,
        int version,
        int base,
        String others,
        List<StepView> steps,
        List<Note> problems) {

    /// Where texts come from.
    enum Origin {
        /// They come with the program.
        SHIPPED,
        /// The keeper wrote them.
        OWN,
        /// Nobody wrote them yet: the fields begin with those of another language.
        NEW
    }

    /// A language.
    ///
    /// @param tag such as `fr`
    /// @param name what it is called in the language of the page
    /// @param own whether the keeper wrote its texts
    record Tongue(String tag, String name, boolean own) {}

    /// The steps that are not taken as they are.
    public List<StepView> wrong() {
        return steps.stream().filter(StepView::wrong).toList();
    }

    /// The steps at which somebody else wrote something else.
    public List<StepView> disputed() {
        return steps.stream()
                .filter(step -> step.other() != null && !step.other().taken())
                .toList();
    }
}
