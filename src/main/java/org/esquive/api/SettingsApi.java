package org.esquive.api;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.esquive.ledger.AuditLog;
import org.esquive.ledger.Deed;
import org.esquive.ledger.SettingsArchive.Version;
import org.esquive.settings.Change;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The settings as one document, and their versions. The ETag of a document is the number of its version.
@RestController
@RequestMapping("/api/v1/settings")
public final class SettingsApi {
    static final String YAML = "application/yaml";

    private static final Pattern ETAG = Pattern.compile("\"([0-9]{1,9})\"");

    private final Steering steering;
    private final AuditLog audit;
    private final InstantSource clock;

    public SettingsApi(Steering steering, AuditLog audit, InstantSource clock) {
        this.steering = steering;
        this.audit = audit;
        this.clock = clock;
    }

    /// A change that was made.
    ///
    /// @param version the number of the new version
    /// @param warnings what is allowed but worth knowing
    public record MadeView(int version, List<WarningView> warnings) {
        public MadeView {
            warnings = List.copyOf(warnings);
        }
    }

    /// Something worth knowing.
    ///
    /// @param field where, as a path
    public record WarningView(String field, String text) {}

    /// A stored version.
    ///
    /// @param version from 1
    /// @param author who wrote it: a keeper's name, `token` with the name of one, `command`, `file`
    public record VersionView(int version, String author, Instant at) {
        static VersionView of(Version version) {
            return new VersionView(version.number(), version.author(), version.at());
        }
    }

    @GetMapping(produces = YAML)
    @Needs(Scope.SETTINGS_READ)
    ResponseEntity<byte[]> settings() {
        int version = steering.version();
        return document(version, steering.document());
    }

    /// Of two who change the settings at once the second hears of the first.
    @PutMapping(consumes = YAML)
    @Needs(Scope.SETTINGS_WRITE)
    ResponseEntity<MadeView> change(
            @RequestHeader(name = "If-Match", required = false) @Nullable String version,
            @RequestBody byte[] document,
            Principal who) {
        int expected = expected(version);
        return switch (steering.change(who.getName(), expected, text(document))) {
            case Change.Made(var made, var warnings) -> {
                audit.append(clock.instant(), who.getName(), Deed.SETTINGS_CHANGED, "version " + made);
                yield ResponseEntity.ok()
                        .eTag("\"" + made + "\"")
                        .body(new MadeView(
                                made,
                                warnings.stream()
                                        .map(warning -> new WarningView(warning.field(), warning.note()))
                                        .toList()));
            }
            case Change.Refused(var problems) ->
                throw new Refusal(Fault.INVALID_SETTINGS, problems.size() + " problems were found.", problems);
            case Change.Conflict(var inForce) ->
                throw new Refusal(Fault.SETTINGS_CHANGED, "Version " + inForce + " is in force.");
        };
    }

    @GetMapping("/versions")
    @Needs(Scope.SETTINGS_READ)
    ListView<VersionView> versions(
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", required = false) @Nullable String limit) {
        int most = Asked.limit(limit);
        long before = Asked.after(after);
        List<VersionView> page = steering.versions().stream()
                .filter(version -> version.number() < before)
                .limit(most)
                .map(VersionView::of)
                .toList();
        boolean more = page.size() == most && page.getLast().version() > 1;
        OptionalLong next = more ? OptionalLong.of(page.getLast().version()) : OptionalLong.empty();
        return ListView.page(page, next, last -> "/api/v1/settings/versions?limit=" + most + "&after=" + last);
    }

    @GetMapping(path = "/versions/{version}", produces = YAML)
    @Needs(Scope.SETTINGS_READ)
    ResponseEntity<byte[]> version(@PathVariable("version") String version) {
        int number = Asked.number(version)
                .filter(found -> found <= Integer.MAX_VALUE)
                .map(Long::intValue)
                .orElseThrow(() -> Refusal.notFound("version of that number"));
        return steering.document(number)
                .map(document -> document(number, document))
                .orElseThrow(() -> Refusal.notFound("version of that number that can be read today"));
    }

    private static ResponseEntity<byte[]> document(int version, String yaml) {
        return ResponseEntity.ok().eTag("\"" + version + "\"").body(yaml.getBytes(StandardCharsets.UTF_8));
    }

    private static int expected(@Nullable String version) {
        if (version == null) {
            throw new Refusal(Fault.VERSION_MISSING, "");
        }
        Optional<Matcher> tag = Optional.of(ETAG.matcher(version.strip())).filter(Matcher::matches);
        return tag.map(found -> Integer.parseInt(found.group(1)))
                .orElseThrow(() ->
                        new Refusal(Fault.SETTINGS_CHANGED, "If-Match is expected to be one ETag, such as \"12\"."));
    }

    private static String text(byte[] document) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(document))
                    .toString();
        } catch (CharacterCodingException notText) {
            throw new Refusal(Fault.BAD_BODY, "The document is not UTF-8.");
        }
    }
}
