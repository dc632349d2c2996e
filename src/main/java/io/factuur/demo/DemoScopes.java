package io.factuur.demo;

import static io.factuur.agreement.AgreementType.EA;
import static io.factuur.agreement.AgreementType.MCA;
import static io.factuur.agreement.AgreementType.MOSP;
import static io.factuur.agreement.ScopeKind.BILLING_ACCOUNT;
import static io.factuur.agreement.ScopeKind.BILLING_PROFILE;
import static io.factuur.agreement.ScopeKind.DEPARTMENT;
import static io.factuur.agreement.ScopeKind.ENROLLMENT_ACCOUNT;
import static io.factuur.agreement.ScopeKind.INVOICE_SECTION;
import static io.factuur.agreement.ScopeKind.SUBSCRIPTION;

import io.factuur.access.Assignments;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.scope.NewScope;
import io.factuur.scope.Scope;
import io.factuur.scope.Scopes;
import io.factuur.security.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * One organisation per agreement, and the three billing accounts of the FOCUS sample as the profiles of a fourth, so
 * that the real file can be imported at once.
 */
@Component
@Profile("demo")
class DemoScopes {

    static final String HAVENSTAD =
            "b0a4c5d8-2f0c-4f43-9a6e-91a2d6c3f0b1:6e1f1c1a-52a0-4e33-8d0e-6c2b8e9f7d11_2019-05-31";
    static final String HAVENSTAD_OPERATIONS = "HAVE-OPER-BG7-PGB";
    static final String HAVENSTAD_RESEARCH = "HAVE-RSCH-BG7-PGB";
    static final String HAVENSTAD_IDLE = "HAVE-IDLE-BG7-PGB";
    static final String POLDER = "7654321";
    static final String TRIAL = "0d9f6a51-3333-4a0e-8a3d-000000000303";
    static final String STUDIO = "0d9f6a51-3333-4a0e-8a3d-000000000304";
    static final String SUPPORT = "0d9f6a51-3333-4a0e-8a3d-000000000305";
    static final String LEGACY = "0d9f6a51-3333-4a0e-8a3d-000000000306";
    static final String DIJKSTRA = "7654399";
    static final String VERMEER = "5d1f0a3c-7c55-4d0e-9f5b-2f6a7f3f6a10";

    private final Scopes scopes;
    private final Assignments assignments;

    DemoScopes(Scopes scopes, Assignments assignments) {
        this.scopes = scopes;
        this.assignments = assignments;
    }

    /** @param since the day the organisations signed up */
    void create(LocalDate since, Person operator) {
        Builder build = new Builder(operator, since);
        customerAgreement(build);
        enterpriseAgreement(build);
        openEnrollment(build);
        onlineServices(build);
        focusSample(build);
    }

    private static void customerAgreement(Builder build) {
        Scope account = build.account(MCA, "Havenstad Logistiek B.V.", HAVENSTAD, "EUR");
        Scope operations = build.child(account, BILLING_PROFILE, "Operations", HAVENSTAD_OPERATIONS, "EUR");
        Scope terminal = build.child(operations, INVOICE_SECTION, "Container terminal", "HAVE-TERM-PJA", "EUR");
        build.child(terminal, SUBSCRIPTION, "Terminal production", "0d9f6a51-1111-4a0e-8a3d-000000000101", "EUR");
        build.child(terminal, SUBSCRIPTION, "Terminal test", "0d9f6a51-1111-4a0e-8a3d-000000000102", "EUR");
        Scope customs = build.child(
                operations,
                INVOICE_SECTION,
                "Customs, phytosanitary inspection and bonded warehousing for the northern and the inland harbours",
                "HAVE-CUST-PJA",
                "EUR");
        build.child(customs, SUBSCRIPTION, "Customs portal", "0d9f6a51-1111-4a0e-8a3d-000000000103", "EUR");
        Scope research = build.child(account, BILLING_PROFILE, "Research", HAVENSTAD_RESEARCH, "USD");
        Scope lab = build.child(research, INVOICE_SECTION, "Autonomous shipping lab", "HAVE-LABS-PJA", "USD");
        build.child(lab, SUBSCRIPTION, "Simulation cluster", "0d9f6a51-1111-4a0e-8a3d-000000000104", "USD");
        Scope idle = build.child(account, BILLING_PROFILE, "Reserve", HAVENSTAD_IDLE, "EUR");
        build.child(idle, INVOICE_SECTION, "Reserve", "HAVE-RSRV-PJA", "EUR");

        build.give(account, Role.BILLING_ACCOUNT_OWNER, "billing-account-owner", "multi-scope");
        build.give(operations, Role.BILLING_PROFILE_OWNER, "profile-owner");
        build.give(operations, Role.BILLING_PROFILE_CONTRIBUTOR, "profile-contributor");
        build.give(operations, Role.BILLING_PROFILE_READER, "profile-reader");
        build.give(operations, Role.INVOICE_MANAGER, "invoice-manager");
        build.give(terminal, Role.INVOICE_SECTION_OWNER, "section-owner");
    }

    private static void enterpriseAgreement(Builder build) {
        Scope enrollment = build.account(EA, "Polder Energie N.V.", POLDER, "EUR");
        Scope grid = build.child(enrollment, DEPARTMENT, "Grid", "71001", "EUR");
        Scope gridAccount = build.child(grid, ENROLLMENT_ACCOUNT, "Grid platform team", "301001", "EUR");
        build.child(gridAccount, SUBSCRIPTION, "Smart meters", "0d9f6a51-2222-4a0e-8a3d-000000000201", "EUR");
        build.child(gridAccount, SUBSCRIPTION, "Outage map", "0d9f6a51-2222-4a0e-8a3d-000000000202", "EUR");
        Scope retail = build.child(enrollment, DEPARTMENT, "Retail", "71002", "EUR");
        Scope retailAccount = build.child(retail, ENROLLMENT_ACCOUNT, "Retail web team", "301002", "EUR");
        build.child(retailAccount, SUBSCRIPTION, "Customer portal", "0d9f6a51-2222-4a0e-8a3d-000000000203", "EUR");

        build.give(enrollment, Role.ENTERPRISE_ADMINISTRATOR, "ea-admin", "multi-scope");
        build.give(enrollment, Role.ENTERPRISE_ADMINISTRATOR_READ_ONLY, "ea-admin-readonly");
        build.give(grid, Role.DEPARTMENT_ADMINISTRATOR, "department-admin");
        build.give(gridAccount, Role.ACCOUNT_OWNER, "account-owner");
    }

    /** A small one whose invoices may be downloaded. */
    private static void openEnrollment(Builder build) {
        Scope enrollment = build.account(EA, "Dijkstra Waterbeheer", DIJKSTRA, "EUR");
        Scope team = build.child(enrollment, ENROLLMENT_ACCOUNT, "Pumps", "301099", "EUR");
        build.child(team, SUBSCRIPTION, "Pump telemetry", "0d9f6a51-2222-4a0e-8a3d-000000000299", "EUR");
        build.give(enrollment, Role.ENTERPRISE_ADMINISTRATOR, "multi-scope");
    }

    private static void onlineServices(Builder build) {
        Scope account = build.account(MOSP, "Studio Vermeer", VERMEER, "EUR");
        Scope site = build.child(account, SUBSCRIPTION, "Website", "0d9f6a51-3333-4a0e-8a3d-000000000301", "EUR");
        Scope archive = build.childSince(
                account, SUBSCRIPTION, "Photo archive", "0d9f6a51-3333-4a0e-8a3d-000000000302", "EUR", 31);
        build.child(account, SUBSCRIPTION, "Trial of the new shop", TRIAL, "EUR");
        build.child(account, SUBSCRIPTION, "Retouching studio", STUDIO, "EUR");
        build.child(account, SUBSCRIPTION, "Support plan", SUPPORT, "EUR");
        Scope legacy = build.childOn(account, "Old web shop", LEGACY, LocalDate.of(2016, 10, 1));
        build.give(legacy, Role.SUBSCRIPTION_READER, "subscription-reader");
        build.give(account, Role.ACCOUNT_ADMINISTRATOR, "account-admin", "multi-scope");
        build.give(site, Role.SUBSCRIPTION_READER, "subscription-reader");
        build.give(archive, Role.SUBSCRIPTION_READER, "subscription-reader");
    }

    private static void focusSample(Builder build) {
        Scope account = build.accountSince(MCA, "FOCUS sample data", "focus-sample", "USD", LocalDate.of(2024, 9, 1));
        build.sampleProfile(account, "SunBird (AWS)", "1234567890123");
        build.sampleProfile(account, "Trey Research (Microsoft)", "8611537");
        build.sampleProfile(account, "Oracle tenancy", "20209880");
        build.give(account, Role.BILLING_ACCOUNT_OWNER, "billing-account-owner");
    }

    /** Creates and gives as the operator, signed up on one day. */
    private final class Builder {

        private final Person operator;
        private final LocalDate since;

        private Builder(Person operator, LocalDate since) {
            this.operator = operator;
            this.since = since;
        }

        Scope account(AgreementType agreement, String name, String externalId, String currency) {
            return accountSince(agreement, name, externalId, currency, since);
        }

        Scope accountSince(AgreementType agreement, String name, String externalId, String currency, LocalDate day) {
            return scopes.create(
                    new NewScope(null, BILLING_ACCOUNT, agreement, name, externalId, currency, start(day)), operator);
        }

        Scope child(Scope parent, ScopeKind kind, String name, String externalId, String currency) {
            return childSince(parent, kind, name, externalId, currency, since.getDayOfMonth());
        }

        Scope childSince(
                Scope parent, ScopeKind kind, String name, String externalId, String currency, int dayOfMonth) {
            LocalDate day = since.withDayOfMonth(Math.min(dayOfMonth, since.lengthOfMonth()));
            return scopes.create(
                    new NewScope(parent.id(), kind, null, name, externalId, currency, start(day)), operator);
        }

        Scope childOn(Scope parent, String name, String externalId, LocalDate day) {
            return scopes.create(
                    new NewScope(parent.id(), SUBSCRIPTION, null, name, externalId, "EUR", start(day)), operator);
        }

        void sampleProfile(Scope account, String name, String externalId) {
            Scope profile = scopes.create(
                    new NewScope(account.id(), BILLING_PROFILE, null, name, externalId, "USD", start(account.since())),
                    operator);
            give(profile, Role.BILLING_PROFILE_OWNER, "profile-owner");
            give(profile, Role.BILLING_PROFILE_READER, "profile-reader");
        }

        void give(Scope scope, Role role, String... users) {
            for (String user : users) {
                assignments.assign(scope.id(), user, role, operator);
            }
        }

        private static Instant start(LocalDate day) {
            return day.atTime(9, 0).toInstant(ZoneOffset.UTC);
        }
    }
}
