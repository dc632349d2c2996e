package io.factuur;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.factuur.access.Unguarded;
import io.factuur.security.Person;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.event.TransactionalEventListener;

/** The longer ones of the rules that {@link ArchitectureTest} checks. */
final class HouseRules {

    /** From the ground floor up: each may import those before it. */
    static final List<String> ROOMS = List.of(
            "shared",
            "audit",
            "mail",
            "security",
            "agreement",
            "access",
            "api",
            "ui",
            "scope",
            "file",
            "usage",
            "invoice",
            "delivery",
            "operations",
            "shell",
            "demo");

    /** Doors use these wherever their room stands. */
    private static final Set<String> COMMONS = Set.of("ui", "api");

    static final String[] MONEY_ROOMS = {
        "io.factuur.shared..",
        "io.factuur.usage",
        "io.factuur.usage.api..",
        "io.factuur.invoice",
        "io.factuur.invoice.api..",
        "io.factuur.delivery"
    };

    private static final List<Class<? extends Annotation>> STARTED_BY_THE_HOUSE =
            List.of(EventListener.class, TransactionalEventListener.class, Scheduled.class);

    private static final Path CODE = Path.of("src/main/java");

    private HouseRules() {}

    /** Leaves out test classes, wherever a build has put them. */
    static final class NoTests implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/");
        }
    }

    static ArchCondition<JavaClass> importOnlyRoomsBelow() {
        return new ArchCondition<>("import only rooms below") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    JavaClass other = dependency.getTargetClass();
                    if (!mayImport(type, other)) {
                        events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static boolean mayImport(JavaClass type, JavaClass other) {
        String mine = room(type);
        String theirs = room(other);
        if (theirs.isEmpty() || mine.equals(theirs)) {
            return true;
        }
        if (ROOMS.indexOf(mine) < 0 || ROOMS.indexOf(theirs) < 0) {
            return false;
        }
        boolean common = isDoor(type) && COMMONS.contains(theirs);
        return common || ROOMS.indexOf(theirs) < ROOMS.indexOf(mine);
    }

    private static boolean isDoor(JavaClass type) {
        return type.getPackageName().matches("io\\.factuur\\.\\w+\\.(ui|api)(\\..*)?");
    }

    /** Empty for what is not ours. */
    private static String room(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith("io.factuur.")) {
            return "";
        }
        String rest = name.substring("io.factuur.".length());
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }

    static ArchCondition<JavaClass> haveOneAccessAnnotation() {
        return new ArchCondition<>("carry one access annotation") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                long count = Stream.of(AnonymousAllowed.class, PermitAll.class, RolesAllowed.class, DenyAll.class)
                        .filter(type::isAnnotatedWith)
                        .count();
                events.add(new SimpleConditionEvent(
                        type, count == 1, type.getName() + " carries " + count + " access annotations"));
            }
        };
    }

    static ArchCondition<JavaMethod> askForAPersonOrSayWhyNot() {
        return new ArchCondition<>("take a Person, or be @PreAuthorize, or say why not with @Unguarded") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean guarded = method.getRawParameterTypes().stream().anyMatch(p -> p.isEquivalentTo(Person.class))
                        || has(method, PreAuthorize.class)
                        || has(method, Unguarded.class)
                        || STARTED_BY_THE_HOUSE.stream()
                                .anyMatch(starter ->
                                        method.isAnnotatedWith(starter) || method.isMetaAnnotatedWith(starter));
                events.add(new SimpleConditionEvent(method, guarded, method.getFullName() + " asks for nobody"));
            }
        };
    }

    private static boolean has(JavaMethod method, Class<? extends Annotation> annotation) {
        return method.isAnnotatedWith(annotation) || method.getOwner().isAnnotatedWith(annotation);
    }

    static ArchCondition<JavaMethod> takeAndGiveNoFloatingPoint() {
        return new ArchCondition<>("take and give no double or float") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                Stream.concat(method.getRawParameterTypes().stream(), Stream.of(method.getRawReturnType()))
                        .filter(type -> type.getName().matches("double|float|java\\.lang\\.(Double|Float)"))
                        .forEach(type -> events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " speaks " + type.getSimpleName())));
            }
        };
    }

    static List<Path> packagesWithoutNullMarked() {
        return sources()
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !folder.endsWith("io/factuur"))
                .filter(folder -> folder.endsWith("factuur/ui") || !folder.endsWith("ui"))
                .filter(folder -> !read(folder.resolve("package-info.java")).contains("@NullMarked"))
                .toList();
    }

    static List<Path> longPages() {
        return sources()
                .filter(file -> file.getParent().endsWith("ui"))
                .filter(file -> read(file).lines().count() > 200)
                .toList();
    }

    private static Stream<Path> sources() {
        try (Stream<Path> files = Files.walk(CODE)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
