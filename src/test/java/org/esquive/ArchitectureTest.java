package org.esquive;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Who may import whom, as `docs/architecture.md` draws it, and why.
@Tag("slow")
class ArchitectureTest {

    private static final String ROOT = "org.esquive";

    private static final JavaClasses ESQUIVE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    /// One row a package. `policy` is the package alone, `policy..` the package with those below it,
    /// `policy.Reason` one class with its nested ones. A package always sees itself and what is below it.
    private static Stream<Row> whoMayImportWhom() {
        return Stream.of(
                row("message").because("the vocabulary stands on nothing"),
                row("settings", "message..").because("what keepers decide is plain values, readable anywhere"),
                row("policy", "message..", "settings").because("a decision depends on its arguments alone"),
                row("ledger", "message..", "policy", "settings").because("it records decisions, it takes none"),
                row("channel", "message..", "settings").because("channels translate, they never decide"),
                row("intake", "message..", "policy", "ledger", "settings")
                        .because("the front door knows no channel: it is handed texts"),
                row("dispatch", "message..", "ledger", "channel", "settings")
                        .because("it sends what is owed; whether to reply was decided before"),
                row("alert", "message..", "policy.LineRecord", "policy.Flood", "ledger", "settings")
                        .because("it watches the ledger beside the flow, and can never slow or change it"),
                page("site"),
                row("console", allOfAPage("alert", "channel", "rehearsal"))
                        .because(
                                "a page reads the ledger; this one also asks each kind what it wants to know, and tries it"),
                row("api", allOfAPage("alert", "alert.webhook.SignedCall"))
                        .because("a program reads what a page does, and is told like a keeper"),
                row("rehearsal", engine()).because("a rehearsal drives the whole engine, and no page"),
                row("cli", allButEachChannel()).because("a command works with every channel, so it knows none"),
                row("wiring", "..").because("somebody has to know everyone"));
    }

    private static Row page(String name) {
        return row(name, allOfAPage())
                .because(
                        "a page says what ledger and policy say; a webhook hands its text to the front door like any channel");
    }

    private static String[] allOfAPage(String... more) {
        var all = Stream.of("message..", "policy", "ledger", "settings..", "channel.Webhook", "intake");
        return Stream.concat(all, Stream.of(more)).toArray(String[]::new);
    }

    private static String[] engine() {
        return new String[] {
            "message..", "settings..", "policy..", "ledger..", "channel..", "intake..", "dispatch..", "alert.."
        };
    }

    private static String[] allButEachChannel() {
        var beside = Stream.of("channel", "site..", "console..", "api..", "rehearsal..", "wiring..");
        var engine = Stream.of(engine()).filter(name -> !name.equals("channel.."));
        return Stream.concat(engine, beside).toArray(String[]::new);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void whoMayImportWhom(Row row) {
        check(classes()
                .that()
                .resideInAPackage(ours(row.name() + ".."))
                .should()
                .onlyDependOnClassesThat(isNotOurs().or(row.seen()))
                .because(row.reason()));
    }

    @Test
    void everyPackageIsInTheTable() {
        var known = whoMayImportWhom().map(Row::name).toList();
        var unknown = new TreeSet<String>();
        for (var type : ESQUIVE) {
            if (type.getPackageName().equals(ROOT)) continue;
            var name = type.getPackageName().substring(ROOT.length() + 1).split("\\.", 2)[0];
            if (!known.contains(name)) unknown.add(name);
        }
        assertThat(unknown)
                .as("packages without a row: decide who may import them")
                .isEmpty();
    }

    @Test
    void noCycles() {
        check(slices().matching(ROOT + ".(**)")
                .should()
                .beFreeOfCycles()
                .because("data flows one way, downwards, and so does reading"));
    }

    @Test
    void noChannelKnowsAnother() {
        check(slices().matching(ROOT + ".channel.(*)..")
                .should()
                .notDependOnEachOther()
                .because("adding or removing a channel is one folder, and no other file changes"));
    }

    @Test
    void noWayToAKeeperKnowsAnother() {
        check(slices().matching(ROOT + ".alert.(*)..")
                .should()
                .notDependOnEachOther()
                .because("adding or removing a way to tell keepers is one folder, and no other file changes"));
    }

    @Test
    void onlyTheMailFolderKnowsMail() {
        check(onlyIn(resideInAnyPackage(ours("alert.mail..")), "jakarta.mail..", "org.eclipse.angus..")
                .because("the library of one way to a keeper is no business of the others"));
    }

    @Test
    void theVocabularyUsesPlainJava() {
        check(classes()
                .that()
                .resideInAnyPackage(ours("message.."), ours("settings"), ours("policy.."))
                .and(DescribedPredicate.not(isNumbering()))
                .should()
                .onlyDependOnClassesThat(isOurs().or(isPlainJava()))
                .because("values and decisions run in any test within milliseconds, and could leave every framework"));
    }

    @Test
    void settingsKnowYamlInOnePlace() {
        check(classes()
                .that()
                .resideInAPackage(ours("settings.yaml.."))
                .should()
                .onlyDependOnClassesThat(isOurs().or(isPlainJava())
                        .or(resideInAnyPackage("org.yaml.snakeyaml..", "java.io..", "java.nio..", "java.math..")))
                .because("the form settings are written in may change; what they mean does not"));
    }

    @Test
    void policyIsPure() {
        check(noClasses()
                .that()
                .resideInAPackage(ours("policy.."))
                .should()
                .dependOnClassesThat(named(
                                "java.time.Clock",
                                "java.time.InstantSource",
                                "java.lang.System",
                                "java.lang.Runtime",
                                "java.lang.Thread",
                                "java.util.Random",
                                "java.util.Timer")
                        .or(resideInAnyPackage(
                                "java.util.concurrent..", "java.util.logging..", "java.util.random..", "org.slf4j..")))
                .orShould()
                .callMethodWhere(asksTheTimeOrChance())
                .because(
                        "time, randomness and configuration are arguments: the same text always gets the same answer"));
    }

    @Test
    void onlyNumberingKnowsLibphonenumber() {
        check(onlyIn(isNumbering(), "com.google.i18n.phonenumbers..")
                .because("the rest of the program speaks of PhoneNumber, and the library may be replaced"));
    }

    @Test
    void onlyTheLedgersSpeakSql() {
        check(onlyIn(
                        resideInAnyPackage(ours("ledger.sql.."), ours("ledger.sqlite.."), ours("ledger.postgres..")),
                        "java.sql..")
                .because("the ledger is the one place where the promises about counters and replies are kept"));
    }

    @Test
    void onlyTheLedgersAndWiringKnowTheDatabase() {
        var places = resideInAnyPackage(ours("ledger.sqlite.."), ours("ledger.postgres.."), ours("wiring.."));
        check(onlyIn(places, "javax.sql..", "org.sqlite..", "org.postgresql..", "org.flywaydb..", "com.zaxxer..")
                .because("choosing a database is wiring; using it is the ledger's"));
    }

    @Test
    void springStaysAtTheEdges() {
        var edges = resideInAnyPackage(
                        ours("channel.*.."),
                        ours("alert.*.."),
                        ours("site.."),
                        ours("console.."),
                        ours("api.."),
                        ours("cli.."),
                        ours("wiring.."))
                .or(named(ROOT + ".Esquive"));
        check(onlyIn(edges, "org.springframework..", "jakarta..", "org.thymeleaf..")
                .because("the engine is plain Java: it starts in milliseconds in tests and could leave Spring"));
    }

    @Test
    void onlyCommandsKnowPicocli() {
        check(onlyIn(resideInAnyPackage(ours("cli..")).or(named(ROOT + ".Esquive")), "picocli..")
                .because("how a command is typed is no business of what it does"));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(ESQUIVE);
    }

    /// These packages are seen by the classes of one place, and by no other class.
    private static ArchRule onlyIn(DescribedPredicate<JavaClass> place, String... packages) {
        return noClasses()
                .that(DescribedPredicate.not(place))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages);
    }

    private static DescribedPredicate<JavaClass> isOurs() {
        return resideInAnyPackage(ours(".")).as("Esquive");
    }

    private static DescribedPredicate<JavaClass> isNotOurs() {
        return resideOutsideOfPackages(ours(".")).as("not Esquive");
    }

    private static DescribedPredicate<JavaClass> isPlainJava() {
        return resideInAnyPackage("java.lang..", "java.util..", "java.time..", "java.nio.charset..", "org.jspecify..")
                .or(named("java.text.Normalizer"))
                .or(describe(
                        "values without a package",
                        type -> type.getBaseComponentType().isPrimitive()))
                .as("plain Java");
    }

    private static DescribedPredicate<JavaClass> isNumbering() {
        return named(ROOT + ".message.Numbering");
    }

    private static DescribedPredicate<JavaMethodCall> asksTheTimeOrChance() {
        return describe("ask the time or chance", call -> {
            var owner = call.getTargetOwner();
            var asksTheTime = owner.getPackageName().startsWith("java.time")
                    && call.getName().equals("now");
            return asksTheTime
                    || call.getName().equals("randomUUID")
                    || call.getName().equals("random");
        });
    }

    /// Classes of these full names, with those nested in them.
    private static DescribedPredicate<JavaClass> named(String... names) {
        return describe(
                "the class " + String.join(", ", names),
                type -> Stream.of(names).anyMatch(name -> isOrIsNestedIn(type, name)));
    }

    private static boolean isOrIsNestedIn(JavaClass type, String name) {
        var actual = type.getBaseComponentType().getName();
        return actual.equals(name) || actual.startsWith(name + "$");
    }

    private static <T> DescribedPredicate<T> describe(String description, Predicate<T> predicate) {
        return DescribedPredicate.describe(description, predicate);
    }

    /// The full name of one of our packages; `.` is the whole of Esquive.
    private static String ours(String pattern) {
        return pattern.equals(".") ? ROOT + ".." : ROOT + "." + pattern;
    }

    private static Unexplained row(String name, String... mayImport) {
        return reason -> new Row(name, List.of(mayImport), reason);
    }

    /// A row that still owes its why.
    private interface Unexplained {
        Row because(String reason);
    }

    record Row(String name, List<String> mayImport, String reason) {

        DescribedPredicate<JavaClass> seen() {
            var itself = resideInAnyPackage(ours(name + ".."));
            return mayImport.stream()
                    .map(Row::matching)
                    .reduce(itself, (one, other) -> one.or(other))
                    .as("in " + mayImport);
        }

        private static DescribedPredicate<JavaClass> matching(String pattern) {
            if (pattern.equals("..")) return isOurs();
            var simpleName = pattern.substring(pattern.lastIndexOf('.') + 1);
            var isClass = !simpleName.isEmpty() && Character.isUpperCase(simpleName.charAt(0));
            return isClass ? named(ours(pattern)) : resideInAnyPackage(ours(pattern));
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
