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

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import org.junit.jupiter.api.Test;

/** The rules of the house that a compiler does not hold. */
class ArchitectureTest {

    private static final JavaClasses OURS = ours();

    @Test
    void extractionIsPlainJava() {
        hold(classes()
                .that()
                .resideInAPackage("org.quotecheck.extraction")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.quotecheck.extraction"));
    }

    @Test
    void anchorsArePlainJava() {
        hold(classes()
                .that()
                .resideInAPackage("org.quotecheck.anchor")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..", "org.jsoup.parser", "org.quotecheck.anchor", "org.quotecheck.extraction"));
    }

    @Test
    void articlesKnowNoClaims() {
        hold(knowOnly("article", "anchor", "extraction", "http", "security"));
    }

    @Test
    void claimsKnowNoPages() {
        hold(knowOnly("claim", "article", "extraction", "http", "security"));
    }

    @Test
    void reviewKnowsNoPages() {
        hold(knowOnly("review", "claim", "article", "extraction", "http", "security"));
    }

    @Test
    void httpKnowsNobody() {
        hold(knowOnly("http"));
    }

    @Test
    void securityKnowsHttp() {
        hold(knowOnly("security", "http"));
    }

    @Test
    void nobodyKnowsLambda() {
        hold(noClasses()
                .that()
                .resideOutsideOfPackage("org.quotecheck.lambda..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.quotecheck.lambda.."));
    }

    @Test
    void nobodyBelowKnowsPages() {
        hold(noClasses()
                .that()
                .resideOutsideOfPackages("org.quotecheck.page", "org.quotecheck.lambda..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.quotecheck.page"));
    }

    @Test
    void packagesAreNamedAfterTheDomain() {
        hold(noClasses()
                .should()
                .resideInAnyPackage(
                        "..util..", "..utils..", "..common..", "..service..", "..dto..", "..model..", "..helper.."));
    }

    @Test
    void entitiesAreNoAnswers() {
        hold(methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Path.class)
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

    @Test
    void nobodyPrints() {
        hold(noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethodWhere(target(name("printStackTrace"))));
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

    private static ArchRule knowOnly(String noun, String... others) {
        var allowed = new java.util.ArrayList<String>();
        allowed.add("org.quotecheck." + noun);
        for (var other : others) {
            allowed.add("org.quotecheck." + other);
        }
        return noClasses()
                .that()
                .resideInAPackage("org.quotecheck." + noun)
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are ours, but not in " + allowed,
                        (JavaClass type) -> type.getPackageName().startsWith("org.quotecheck")
                                && !allowed.contains(type.getPackageName())));
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
