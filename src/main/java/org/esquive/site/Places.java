package org.esquive.site;

import org.esquive.message.LineId;

/// Where the pages and their parts are: behind addresses of a running program, or in files of one folder on any web
/// host, which know each other by their names alone. A link always names its language, since nothing is remembered.
enum Places {
    /// Served by this program.
    SERVED {
        @Override
        String part(String name) {
            return "/" + name;
        }

        @Override
        String home(Language language) {
            return "/?lang=" + language.tag();
        }

        @Override
        String of(Leaf leaf, LineId line, Language language) {
            return switch (leaf) {
                case PAGE -> "/line/%s?lang=%s".formatted(line, language.tag());
                case PRINT -> "/line/%s/print?lang=%s".formatted(line, language.tag());
                case EMBED -> "/embed/%s?lang=%s".formatted(line, language.tag());
                case PRIVACY -> privacy(language);
            };
        }

        @Override
        String privacy(Language language) {
            return "/privacy?lang=" + language.tag();
        }

        @Override
        String contact(LineId line, Language language) {
            return "/line/%s/contact.vcf".formatted(line);
        }
    },
    /// Written by `esquive page`.
    FILES {
        @Override
        String part(String name) {
            return name;
        }

        @Override
        String home(Language language) {
            return "index." + language.tag() + ".html";
        }

        @Override
        String of(Leaf leaf, LineId line, Language language) {
            return switch (leaf) {
                case PAGE -> "line.%s.%s.html".formatted(line, language.tag());
                case PRINT -> "print.%s.%s.html".formatted(line, language.tag());
                case EMBED -> "embed.%s.%s.html".formatted(line, language.tag());
                case PRIVACY -> privacy(language);
            };
        }

        @Override
        String privacy(Language language) {
            return "privacy." + language.tag() + ".html";
        }

        @Override
        String contact(LineId line, Language language) {
            return "contact.%s.%s.vcf".formatted(line, language.tag());
        }
    };

    /// A stylesheet, a script, an icon.
    abstract String part(String name);

    /// The page that everybody opens first.
    abstract String home(Language language);

    /// A page of a line.
    abstract String of(Leaf leaf, LineId line, Language language);

    /// What the page promises.
    abstract String privacy(Language language);

    /// The line as a contact; a program puts in the name that is asked for, a file has one.
    abstract String contact(LineId line, Language language);
}
