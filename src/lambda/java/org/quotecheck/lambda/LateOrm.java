package org.quotecheck.lambda;

import com.oracle.svm.core.annotate.Alias;
import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import io.quarkus.arc.ActiveResult;
import io.quarkus.arc.Arc;
import io.quarkus.arc.runtime.ArcRecorder;
import io.quarkus.hibernate.orm.runtime.JPAConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.graalvm.nativeimage.ImageInfo;
import org.hibernate.SessionFactory;
import org.jboss.logging.Logger;
import org.quotecheck.problem.Failure;

/**
 * Leaves the ORM for its first use: half of the native function's start, of which a call that reads with plain JDBC has
 * no need. The extension starts it in a method of its own, and for its beans; if a release changes the latter, the ORM
 * starts with the framework again, which is slower and nothing else.
 */
@ApplicationScoped
class LateOrm {

    private static final Logger LOG = Logger.getLogger(LateOrm.class);

    /** The beans that are made from the ORM's factory, by the names that the container gives to their conditions. */
    private static final List<String> OF_THE_FACTORY = List.of(
            "org_hibernate_SessionFactory_",
            "org_hibernate_Cache_",
            "jakarta_persistence_metamodel_Metamodel_",
            "jakarta_persistence_PersistenceUnitUtil_",
            "org_hibernate_query_criteria_HibernateCriteriaBuilder_",
            "org_hibernate_relational_SchemaManager_");

    private static final ActiveResult LATER = ActiveResult.inactive("not before it is used");

    private static Map<String, Supplier<ActiveResult>> conditions;

    /** Before any bean is made at the start. */
    void postpone(@Observes @Priority(1) StartupEvent start) {
        if (!ImageInfo.inImageRuntimeCode()) {
            return;
        }
        conditions = ArcRecorder.syntheticBeanCheckActive;
        var postponed = new HashMap<>(conditions);
        postponed.replaceAll(
                (bean, condition) -> OF_THE_FACTORY.stream().anyMatch(bean::startsWith) ? () -> LATER : condition);
        ArcRecorder.syntheticBeanCheckActive = postponed;
    }

    /** Once all has started: from now on whoever asks for the ORM starts it. */
    static void permit() {
        if (conditions != null) {
            ArcRecorder.syntheticBeanCheckActive = conditions;
        }
    }

    /** For when there is time before anybody asks. */
    static void start() {
        Arc.container().instance(SessionFactory.class).get().isOpen();
    }

    /**
     * A start that fails cannot be repeated: it has a thread of its own, which no call's deadline interrupts, and ends
     * the process if it fails all the same, as a framework that cannot start does.
     */
    private static EntityManagerFactory started(String unit, Map<String, ?> settings) {
        try {
            return CompletableFuture.supplyAsync(
                            () -> Persistence.createEntityManagerFactory(unit, settings),
                            task -> new Thread(task, "ORM's start").start())
                    .join();
        } catch (CompletionException e) {
            LOG.fatalf("The ORM cannot start: %s", new Failure(e).inOneLine());
            Runtime.getRuntime().halt(1);
            throw e;
        }
    }

    /** What starts it with the framework. */
    @TargetClass(JPAConfig.class)
    static final class PersistenceUnits {

        @Substitute
        void startAll() {
            // at its first use
        }
    }

    /** What starts it at its first use. */
    @TargetClass(className = "io.quarkus.hibernate.orm.runtime.JPAConfig$LazyPersistenceUnit")
    static final class PersistenceUnit {

        @Alias
        private String name;

        @Alias
        private boolean isReactive;

        @Alias
        private volatile EntityManagerFactory value;

        @Alias
        private volatile boolean closed;

        @Substitute
        EntityManagerFactory get() {
            synchronized (this) {
                if (closed) {
                    throw new IllegalStateException("Persistence unit is closed");
                }
                if (value == null) {
                    value = started(name, Map.of(JPAConfig.IS_REACTIVE_KEY, isReactive));
                }
                return value;
            }
        }
    }
}
