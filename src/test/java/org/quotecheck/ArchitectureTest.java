package org.quotecheck;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonValue;
import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.descriptor.java.Immutability;
import org.junit.jupiter.api.Test;

/** The rules of the house that a compiler does not hold. */
class ArchitectureTest {

    private static final JavaClasses OURS = ours();

    /** From the top floor down (README, "The house"): a package knows those after it in this list, and no other. */
    private static final List<String> FLOORS = List.of(
            "lambda",
            "task",
            "page",
            "console",
            "embed",
            "interchange",
            "review",
            "log",
            "report",
            "match",
            "search",
            "claim",
            "appearance",
            "verdict",
            "source",
            "statement",
            "article",
            "address",
            "webpage",
            "anchor",
            "extraction",
            "checkability",
            "security",
            "metric",
            "http",
            "body",
            "problem",
            "deployment",
            "digest");

    /** Which say nothing without what they stand in. */
    private static final Set<String> SAME_NAMES = Set.of("Kind", "Key", "Check", "Type", "Templates", "package-info");

    /** Of a package; {@code extraction} is one pipeline and stays together. */
    private static final int MOST_FILES = 35;

    @Test
    void anArrowNeverGoesUp() {
        for (int floor = 0; floor < FLOORS.size(); floor++) {
            hold(noClasses()
                    .that()
                    .resideInAPackage(room(FLOORS.get(floor)))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(FLOORS.subList(0, floor).stream()
                            .map(ArchitectureTest::room)
                            .toArray(String[]::new))
                    .allowEmptyShould(true));
        }
    }

    @Test
    void everyPackageIsInTheList() {
        hold(classes()
                .should()
                .resideInAnyPackage(FLOORS.stream().map(ArchitectureTest::room).toArray(String[]::new)));
    }

    @Test
    void packagesAreSmall() {
        var files = new TreeMap<String, Set<String>>();
        for (var type : OURS) {
            if (type.getSimpleName().equals("package-info")) {
                continue;
            }
            files.computeIfAbsent(type.getPackageName(), name -> new TreeSet<>())
                    .add(type.getSource().orElseThrow().getFileName().orElseThrow());
        }
        files.remove(room("extraction"));
        assertThat(files).isNotEmpty().allSatisfy((name, own) -> assertThat(own).hasSizeLessThanOrEqualTo(MOST_FILES));
    }

    @Test
    void thePictureAndTheListOfRoomsHaveThemAll() throws IOException {
        var picture = Files.readString(Path.of("docs", "house.svg"));
        var readme = Files.readString(Path.of("README.md"));
        for (var room : FLOORS.subList(FLOORS.indexOf("lambda") + 1, FLOORS.size())) {
            assertThat(picture).contains(">" + room + "<");
            assertThat(readme).contains("\n  " + room + "/ ");
        }
    }

    @Test
    void everyPackageSaysWhatItIs() {
        var rooms = OURS.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));
        rooms.remove(room("lambda")); // in a source tree apart
        assertThat(rooms).isNotEmpty().allSatisfy(name -> {
            var description = Path.of("src/main/java", name.replace('.', '/'), "package-info.java");
            assertThat(description).content().contains("/**").contains("package " + name + ";");
        });
    }

    @Test
    void simpleNamesAreUnique() {
        var types = new TreeMap<String, Set<String>>();
        for (var type : OURS) {
            if (!type.getSimpleName().isEmpty()
                    && !type.getName().contains("_") // made by Quarkus
                    && !SAME_NAMES.contains(type.getSimpleName())) {
                types.computeIfAbsent(type.getSimpleName(), name -> new TreeSet<>())
                        .add(type.getName());
            }
        }
        types.values().removeIf(names -> names.size() == 1);
        assertThat(types).isEmpty();
    }

    @Test
    void classesOfAPackageMakeNoCircle() {
        var circles = new TreeSet<String>();
        for (var type : OURS) {
            for (var other : neighbours(type)) {
                if (!isEntity(type) && !isEntity(other) && neighbours(other).contains(type)) {
                    circles.add(Stream.of(type.getSimpleName(), other.getSimpleName())
                            .sorted()
                            .collect(Collectors.joining(" <> ")));
                }
            }
        }
        assertThat(circles).isEmpty();
    }

    /** Other top-level classes of its package that a class, or one in it, depends on. */
    private static Set<JavaClass> neighbours(JavaClass type) {
        if (type.getEnclosingClass().isPresent()) {
            return Set.of();
        }
        return OURS.stream()
                .filter(part -> topLevel(part).equals(type))
                .flatMap(part -> part.getDirectDependenciesFromSelf().stream())
                .map(dependency -> topLevel(dependency.getTargetClass()))
                .filter(other -> !other.equals(type) && other.getPackageName().equals(type.getPackageName()))
                .collect(Collectors.toSet());
    }

    private static JavaClass topLevel(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::topLevel).orElse(type);
    }

    private static boolean isEntity(JavaClass type) {
        return type.isAnnotatedWith(Entity.class) || type.isAnnotatedWith(Embeddable.class);
    }

    @Test
    void extractionIsPlainJava() {
        plain("anchor", "java..", "org.jsoup.parser", room("anchor"), room("extraction"));
        plain(
                "webpage",
                "java..",
                "org.jsoup..",
                "com.fasterxml.jackson..",
                "io.quarkus.runtime.annotations",
                room("webpage"));
        plain("extraction", "java..", room("extraction"), room("checkability"));
        plain("checkability", "java..", room("checkability"));
    }

    @Test
    void packagesAreNamedAfterTheDomain() {
        hold(noClasses()
                .should()
                .resideInAnyPackage(
                        "..util..", "..utils..", "..common..", "..service..", "..dto..", "..model..", "..helper.."));
    }

    @Test
    void entitiesAreNotAnswers() {
        hold(methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(jakarta.ws.rs.Path.class)
                .and()
                .arePublic()
                .should(mentionNo(Entity.class)));
    }

    @Test
    void viewsHoldNoEntities() {
        hold(fields().that()
                .areDeclaredInClassesThat()
                .areAssignableTo(Record.class)
                .and()
                .areDeclaredInClassesThat()
                .haveSimpleNameEndingWith("View")
                .should()
                .notHaveRawType(DescribedPredicate.describe("entity", type -> type.isAnnotatedWith(Entity.class))));
    }

    /** What an entity means stands in its verbs; others ask, and do not set. */
    @Test
    void entitiesGuardTheirFields() {
        var ofAnother = DescribedPredicate.<JavaFieldAccess>describe(
                "of another class, an entity",
                access -> isEntity(access.getTargetOwner())
                        && !access.getTargetOwner().equals(access.getOriginOwner()));
        hold(noClasses().should().setFieldWhere(ofAnother));
    }

    /** The native executables write the constant's name otherwise. */
    @Test
    void wireEnumsAreRegisteredForReflection() {
        hold(fields().that()
                .areAnnotatedWith(JsonValue.class)
                .should()
                .beDeclaredInClassesThat()
                .areAnnotatedWith(RegisterForReflection.class));
    }

    /** Else Hibernate writes and reads the JSON once more for each copy that it keeps. */
    @Test
    void whatIsKeptAsJsonIsNeverChangedInPlace() {
        hold(fields().that()
                .areAnnotatedWith(JdbcTypeCode.class)
                .and()
                .doNotHaveRawType(String.class)
                .should()
                .beAnnotatedWith(DescribedPredicate.describe(
                        "@Mutability(Immutability.class)",
                        annotation -> annotation.getRawType().isEquivalentTo(Mutability.class)
                                && annotation.as(Mutability.class).value().equals(Immutability.class))));
    }

    @Test
    void timeComesFromOnePlace() {
        hold(noClasses()
                .that()
                .doNotHaveSimpleName("TimeSource")
                .should()
                .callMethodWhere(target(name("now")).and(target(owner(resideInAPackage("java.time..")))))
                .orShould()
                .callMethodWhere(target(nameStartingWith("system")).and(target(owner(resideInAPackage("java.time..")))))
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callConstructor(java.util.Date.class));
    }

    /** CloudWatch reads metrics from the standard output itself, not from a record of the log. */
    @Test
    void nobodyPrints() {
        hold(noClasses()
                .that()
                .doNotHaveSimpleName("EmbeddedMetrics")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace"));
    }

    /** By their bytes alone: what they refer to outside is known by its name. */
    private static JavaClasses ours() {
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.quotecheck");
    }

    private static void hold(ArchRule rule) {
        rule.check(OURS);
    }

    private static void plain(String noun, String... known) {
        hold(classes()
                .that()
                .resideInAPackage(room(noun))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(known));
    }

    private static String room(String noun) {
        return "org.quotecheck." + noun;
    }

    private static ArchCondition<JavaMethod> mentionNo(Class<? extends Annotation> annotation) {
        return new ArchCondition<>("mention no @" + annotation.getSimpleName() + " in parameters or result") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                method.getAllInvolvedRawTypes().stream()
                        .map(JavaType::toErasure)
                        .filter(type -> type.isAnnotatedWith(annotation))
                        .forEach(type -> events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " mentions " + type.getName())));
            }
        };
    }
}
