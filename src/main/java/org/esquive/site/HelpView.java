package org.esquive.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.esquive.settings.CountryProfile;
import org.esquive.settings.HelpResource;
import org.esquive.settings.HelpResource.Hours;
import org.esquive.settings.HelpResource.Kind;

/// Whom to turn to in the country of a line, as far as an authority or the service itself says so.
///
/// @param danger the number for danger now, as it is dialled
/// @param others everybody else, the most urgent first
record HelpView(String danger, List<Resource> others) {
    /// What a phone makes an emergency call of, in nearly every country.
    private static final String EMERGENCY = "112";

    /// Where the country is not known, or nobody wrote down whom to turn to.
    static final HelpView ANYWHERE = new HelpView(EMERGENCY, List.of());

    /// Somebody to turn to.
    ///
    /// @param name what it is called
    /// @param nameLanguage the language of the name
    /// @param number as it is dialled
    /// @param link what a phone makes a call or a text of
    /// @param when on which days, as the messages name it; empty if that is not known
    /// @param from from when
    /// @param to until when
    record Resource(
            String name, String nameLanguage, String number, String link, String when, String from, String to) {}

    /// The help of a country, named in the visitor's language where it has a name in it, else in its own.
    static HelpView of(CountryProfile profile, String language) {
        List<HelpResource> help = profile.publicHelp();
        Optional<HelpResource> danger = help.stream()
                .filter(resource -> resource.kind() == Kind.EMERGENCY)
                .findFirst();
        List<String> languages = new ArrayList<>(List.of(language));
        languages.addAll(profile.languages());
        return new HelpView(
                danger.map(HelpResource::number).orElse(EMERGENCY),
                help.stream()
                        .filter(resource -> danger.filter(resource::equals).isEmpty())
                        .map(resource -> resource(resource, languages))
                        .toList());
    }

    private static Resource resource(HelpResource help, List<String> languages) {
        HelpResource.Name name = help.name(languages);
        String scheme = switch (help.way()) {
            case CALL -> "tel:";
            case TEXT -> "sms:";
        };
        return new Resource(
                name.words(),
                name.language(),
                help.number(),
                scheme + help.digits(),
                help.hours().map(HelpView::when).orElse(""),
                help.hours().map(Hours::from).orElse(""),
                help.hours().map(Hours::to).orElse(""));
    }

    private static String when(Hours hours) {
        if (hours.equals(Hours.ALWAYS)) {
            return "always";
        }
        return switch (hours.days()) {
            case DAILY -> "daily";
            case MON_SAT -> "mon-sat";
            case MON_FRI -> "mon-fri";
        };
    }
}
