package io.factuur.demo;

import io.factuur.scope.Address;
import io.factuur.scope.Enrollment;
import io.factuur.scope.Properties;
import io.factuur.scope.ScopeProperties;
import io.factuur.scope.Scopes;
import io.factuur.security.Person;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Where the demo's organisations live, and what their invoices shall name. */
@Component
@Profile("demo")
class DemoProperties {

    private static final Map<String, String> NO_TAGS = Map.of();

    private final Scopes scopes;
    private final ScopeProperties properties;

    DemoProperties(Scopes scopes, ScopeProperties properties) {
        this.scopes = scopes;
        this.properties = properties;
    }

    /** @param since the day the organisations signed up */
    void fill(LocalDate since, Person operator) {
        Enrollment none = new Enrollment(null, null, null, null);
        Address quay = new Address(
                "Havenstad Logistiek B.V.", "Waalhaven Oostzijde 12", null, null, "Rotterdam", "3087 BM", null, "NL");
        fill(DemoScopes.HAVENSTAD, null, quay, null, "NL002345678B02", "24512345", NO_TAGS, none, operator);
        fill(
                DemoScopes.HAVENSTAD_OPERATIONS,
                payables(quay),
                null,
                "PO-2026-0117",
                null,
                null,
                Map.of("Department", "Operations", "Environment", "Production"),
                none,
                operator);
        Address polder =
                new Address("Polder Energie N.V.", "Stationsplein 45", null, null, "Zwolle", "8011 CW", null, "NL");
        Enrollment three = new Enrollment(since, since.plusYears(3).minusDays(1), "Direct", "Standard");
        fill(DemoScopes.POLDER, polder, polder, "PO-2026-4711", "NL003456789B03", "05098765", NO_TAGS, three, operator);
        Address studio = new Address("Studio Vermeer", "Oude Delft 88", null, null, "Delft", "2611 CD", null, "NL");
        fill(DemoScopes.VERMEER, studio, studio, null, null, null, NO_TAGS, none, operator);
    }

    private static Address payables(Address at) {
        return new Address(
                at.company(), "Accounts payable", "Postbus 5070", null, at.city(), "3008 AB", null, at.country());
    }

    private void fill(
            String externalId,
            @Nullable Address billTo,
            @Nullable Address soldTo,
            @Nullable String order,
            @Nullable String taxId,
            @Nullable String registration,
            Map<String, String> tags,
            Enrollment enrollment,
            Person operator) {
        long scope = scopes.named(externalId, operator).id();
        Properties before = properties.get(scope, operator);
        properties.change(
                scope,
                new Properties(
                        before.displayName(),
                        billTo,
                        soldTo,
                        before.shipTo(),
                        order,
                        taxId,
                        registration,
                        before.contactEmail(),
                        before.costCenter(),
                        tags,
                        enrollment,
                        before.sold(),
                        before.terms(),
                        before.status(),
                        before.statusReason(),
                        before.version()),
                operator);
    }
}
