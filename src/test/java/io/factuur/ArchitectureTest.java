package io.factuur;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.littemplate.LitTemplate;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.Route;
import io.factuur.agreement.AgreementType;
import io.factuur.ui.StillGrid;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.data.repository.Repository;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.security.access.annotation.Secured;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RestController;

/** The walls of the house. The rules on rooms and guards that need more than a line are in {@link HouseRules}. */
@AnalyzeClasses(packages = "io.factuur", importOptions = HouseRules.NoTests.class)
class ArchitectureTest {

    private static final String[] DOORS = {"io.factuur.*.ui..", "io.factuur.*.api.."};
    private static final String[] PAGES = {"io.factuur.ui..", "io.factuur.*.ui.."};

    @Test
    void roomsHaveNoCircleAndNobodyReachesBehindAFrontRoom() {
        ApplicationModules.of(Application.class, new HouseRules.NoTests()).verify();
    }

    @ArchTest
    static final ArchRule roomsStandAboveWhatTheyImport = classes()
            .that()
            .resideInAPackage("io.factuur.*..")
            .should(HouseRules.importOnlyRoomsBelow())
            .because("a change upstairs must never shake what is below it; lower rooms speak by events"
                    + " or through an interface of their own");

    @ArchTest
    static final ArchRule vaadinStaysInPages = noClasses()
            .that(not(resideInAnyPackage(PAGES))
                    .and(not(name(Application.class.getName())))
                    .and(not(simpleNameEndingWith("SecurityConfig"))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.vaadin..")
            .because("programs use the same services as pages");

    @ArchTest
    static final ArchRule doorsKnowNoDatabase = noClasses()
            .that()
            .resideInAnyPackage(DOORS)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Repository.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(JdbcClient.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(JdbcOperations.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Transactional.class)
            .because("a door that reads by itself goes past the guard");

    @ArchTest
    static final ArchRule viewsBehindTheDoor = classes()
            .that()
            .areAnnotatedWith(Route.class)
            .or()
            .areAnnotatedWith(Layout.class)
            .should()
            .notBePublic()
            .andShould()
            .resideInAnyPackage(PAGES)
            .andShould(HouseRules.haveOneAccessAnnotation())
            .because("nobody but the router opens a view, and who may open it stands on it");

    @ArchTest
    static final ArchRule viewsHaveATitle = classes()
            .that()
            .areAnnotatedWith(Route.class)
            .should()
            .beAssignableTo(HasDynamicTitle.class)
            .because("the title of the page speaks the reader's language");

    @ArchTest
    static final ArchRule controllersBehindTheDoor = classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .should()
            .notBePublic()
            .andShould()
            .resideInAPackage("..api..")
            .because("programs come in by address only");

    @ArchTest
    static final ArchRule repositoriesInTheBackRoom = classes()
            .that()
            .areAssignableTo(Repository.class)
            .or()
            .areAnnotatedWith(org.springframework.stereotype.Repository.class)
            .should()
            .notBePublic()
            .because("only the services of its own room may go past the guard")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule guardFirst = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Service.class)
            .and()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(
                    "io.factuur.access",
                    "io.factuur.scope",
                    "io.factuur.file",
                    "io.factuur.usage",
                    "io.factuur.invoice",
                    "io.factuur.delivery",
                    "io.factuur.operations")
            .and()
            .arePublic()
            .should(HouseRules.askForAPersonOrSayWhyNot())
            .because("the guard needs somebody to ask for");

    @ArchTest
    static final ArchRule rolesStandOnPagesOnly = noClasses()
            .that()
            .resideOutsideOfPackages("io.factuur.*.ui..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(RolesAllowed.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Secured.class)
            .because("two families of annotations on one method are both enforced, which nobody expects");

    @ArchTest
    static final ArchRule nowComesFromTheClock = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(Application.class.getName())
            .should()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(LocalTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(YearMonth.class, "now")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .because("a billing period must be testable on any day");

    @ArchTest
    static final ArchRule moneyIsExact = noFields()
            .that()
            .areDeclaredInClassesThat(resideInAnyPackage(HouseRules.MONEY_ROOMS))
            .should()
            .haveRawType(double.class)
            .orShould()
            .haveRawType(float.class)
            .orShould()
            .haveRawType(Double.class)
            .orShould()
            .haveRawType(Float.class)
            .because("a double cannot hold ten cents");

    @ArchTest
    static final ArchRule moneyTravelsExact = methods()
            .that()
            .areDeclaredInClassesThat(resideInAnyPackage(HouseRules.MONEY_ROOMS))
            .should(HouseRules.takeAndGiveNoFloatingPoint())
            .because("a double cannot hold ten cents");

    @ArchTest
    static final ArchRule noNode = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(CssImport.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(JsModule.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(JavaScript.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(NpmPackage.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(LitTemplate.class)
            .because("each of them would demand a bundle of its own, and with it Node");

    @ArchTest
    static final ArchRule tablesStandStill = noClasses()
            .that()
            .areNotAssignableFrom(StillGrid.class)
            .should()
            .callConstructor(Grid.class)
            .because("a column of Vaadin's own keeps kilobytes of listeners: extend StillGrid instead");

    @ArchTest
    static final ArchRule noScriptsInJava = noClasses()
            .should()
            .callMethod(Element.class, "executeJs", String.class, Object[].class)
            .orShould()
            .callMethod(com.vaadin.flow.component.page.Page.class, "executeJs", String.class, Object[].class)
            .because("a script in a Java string is read by no checker");

    @ArchTest
    static final ArchRule agreementsDecideForThemselves = noFields()
            .that()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage("io.factuur.agreement")
            .should()
            .haveName("$SwitchMap$" + AgreementType.class.getName().replace('.', '$'))
            .because("a fourth agreement must need one new definition, not edits all over: extend Agreement instead");

    @ArchTest
    static final ArchRule plainNames = noClasses()
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .because("such a name says nothing about what is inside");

    @ArchTest
    static final ArchRule noLombok = noClasses()
            .should()
            .dependOnClassesThat(nameStartingWith("lombok."))
            .because("records say it in the language");

    @ArchTest
    static final ArchRule logsNotStreams = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @Test
    void everyPackageButPagesIsNullMarked() {
        assertThat(HouseRules.packagesWithoutNullMarked())
                .as("packages that need a package-info.java with @NullMarked")
                .isEmpty();
    }

    @Test
    void pagesAreShort() {
        assertThat(HouseRules.longPages())
                .as("pages with over 200 lines: split them into parts")
                .isEmpty();
    }
}
