package io.factuur.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.factuur.IntegrationTest;
import io.factuur.agreement.Role;
import io.factuur.security.Person;
import io.factuur.shared.EmailAddress;
import io.factuur.shared.Problem;
import io.factuur.shared.Texts;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class MailPreferencesTest {

    @Autowired
    MailPreferences preferences;

    @Autowired
    PostOffice post;

    @Test
    void aSubscriptionOptsInOnlyWithTheTermsAcceptedAndKeepsWhoAcceptedWhat() {
        long subscription = post.subscription();
        Person administrator = post.holder(subscription, Role.ACCOUNT_ADMINISTRATOR);
        assertThatThrownBy(() -> preferences.optIn(subscription, null, administrator))
                .hasMessageContaining("Accept the terms first");
        assertThatThrownBy(() -> preferences.optIn(subscription, "2001-01", administrator))
                .hasMessageContaining("have changed");

        MailPreference now = preferences.optIn(subscription, MailTerms.current(), administrator);

        assertThat(now.optedIn()).isTrue();
        assertThat(now.acceptance())
                .extracting("version", "by")
                .containsExactly(MailTerms.current(), administrator.username());
        assertThat(now.recipients()).singleElement().satisfies(first -> {
            assertThat(first.address()).isEqualTo(administrator.email());
            assertThat(first.state()).isEqualTo(MailPreference.State.BY_ROLE);
        });
    }

    @Test
    void oneSubscriptionsOptInSaysNothingAboutTheNext() {
        long subscription = post.subscription();
        Person administrator = post.optedIn(subscription);
        long next = post.tree.child(post.parent(subscription), io.factuur.agreement.ScopeKind.SUBSCRIPTION);
        assertThat(preferences.get(next, administrator).optedIn()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"SUBSCRIPTION_OWNER", "CO_ADMINISTRATOR", "BILLING_READER", "SERVICE_ADMINISTRATOR"})
    void nobodyButTheAccountAdministratorSeesOrChangesASubscriptionsMail(Role role) {
        long subscription = post.subscription();
        Person other = post.holder(subscription, role);
        assertNotTheirs(() -> preferences.get(subscription, other));
        assertNotTheirs(() -> preferences.optIn(subscription, MailTerms.current(), other));
        assertNotTheirs(() -> preferences.optOut(subscription, other));
        assertNotTheirs(() -> preferences.optIn(subscription, MailTerms.current(), post.people.operator()));
    }

    @ParameterizedTest
    @CsvSource({
        "SUPPORT_PLAN, false, support plan",
        "AZURE_IN_OPEN, false, Azure in Open",
        "PAY_AS_YOU_GO, true, sovereign cloud"
    })
    void whereItIsNotOfferedTheReasonIsSaid(String offer, boolean sovereign, String reason) {
        long subscription = post.subscription();
        Person administrator = post.holder(subscription, Role.ACCOUNT_ADMINISTRATOR);
        post.jdbc
                .sql("insert into scope_properties (scope_id, offer, sovereign_cloud) values (:id, :offer, :sovereign)")
                .param("id", subscription)
                .param("offer", offer)
                .param("sovereign", sovereign)
                .update();
        assertThat(preferences.get(subscription, administrator).notOffered()).startsWith("delivery.not-offered.");
        assertThatThrownBy(() -> preferences.optIn(subscription, MailTerms.current(), administrator))
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "BILLING_PROFILE_OWNER, true",
        "BILLING_PROFILE_CONTRIBUTOR, true",
        "BILLING_PROFILE_READER, false",
        "INVOICE_MANAGER, false"
    })
    void ofAProfileAllSeeThePreferenceAndOwnersAndContributorsChangeIt(Role role, boolean may) {
        long profile = post.profile();
        Person holder = post.holder(profile, role);
        assertThat(preferences.get(profile, holder).mayChange()).isEqualTo(may);
        if (may) {
            assertThat(preferences.optIn(profile, null, holder).recipients())
                    .extracting(MailPreference.Recipient::address)
                    .containsExactly(holder.email());
        } else {
            assertNotTheirs(() -> preferences.optIn(profile, null, holder));
        }
    }

    @Test
    void anAccountsOwnerChangesAProfilesPreferenceButReceivesNothing() {
        long profile = post.profile();
        Person owner = post.people.somebody();
        post.give(post.parent(profile), Role.BILLING_ACCOUNT_OWNER, owner);
        assertThat(preferences.optIn(profile, null, owner).recipients()).isEmpty();
    }

    @Test
    void optingOutErasesAllAddressesAndOptingInAgainStartsEmpty() {
        long subscription = post.subscription();
        Person administrator = post.optedIn(subscription);
        EmailAddress added = PostOffice.newAddress();
        post.confirmed(subscription, added, administrator);
        preferences.optOut(subscription, administrator);
        assertThat(preferences.get(subscription, administrator).recipients()).isEmpty();
        assertThat(preferences
                        .optIn(subscription, MailTerms.current(), administrator)
                        .recipients())
                .extracting(MailPreference.Recipient::address)
                .containsExactly(administrator.email());
    }

    @Test
    void anEnrollmentsContactsAreKeptByItsAdministratorAndTheOperator() {
        long enrollment = post.enrollment();
        Person administrator = post.holder(enrollment, Role.ENTERPRISE_ADMINISTRATOR);
        Person reader = post.holder(enrollment, Role.ENTERPRISE_ADMINISTRATOR_READ_ONLY);
        post.confirmed(enrollment, PostOffice.newAddress(), administrator);
        post.confirmed(enrollment, PostOffice.newAddress(), post.people.operator());
        assertThat(preferences.get(enrollment, reader).recipients()).hasSize(2);
        assertThat(preferences.get(enrollment, reader).mayChange()).isFalse();
        assertThatThrownBy(() -> preferences.optOut(enrollment, administrator))
                .hasMessageContaining("contacts of the enrollment");
        assertNotTheirs(() -> post.confirmed(enrollment, PostOffice.newAddress(), reader));
    }

    @Test
    void everyVersionOfTheTermsStandsInEveryLanguage() {
        for (String version : MailTerms.VERSIONS) {
            String english = MailTerms.text(version, Locale.ENGLISH);
            assertThat(english).contains("opt");
            for (Locale other : Texts.LANGUAGES.subList(1, Texts.LANGUAGES.size())) {
                String translated = MailTerms.text(version, other);
                assertThat(translated).as(other.getLanguage()).isNotEqualTo(english);
                assertThat(translated.split("\n\n")).hasSameSizeAs(english.split("\n\n"));
            }
        }
    }

    private static void assertNotTheirs(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.kind())
                .isEqualTo(Problem.Kind.NOT_FOUND));
    }
}
