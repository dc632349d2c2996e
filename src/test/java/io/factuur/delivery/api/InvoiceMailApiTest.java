package io.factuur.delivery.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.factuur.IntegrationTest;
import io.factuur.TestApi;
import io.factuur.TestMailbox;
import io.factuur.TestPeople;
import io.factuur.TestTree;
import io.factuur.access.Assignments;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.security.Person;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@IntegrationTest
class InvoiceMailApiTest {

    @Autowired
    TestApi api;

    @Autowired
    TestTree tree;

    @Autowired
    TestPeople people;

    @Autowired
    TestMailbox mailbox;

    @Autowired
    Assignments assignments;

    @Autowired
    MockMvcTester mvc;

    private final String address = "r" + UUID.randomUUID() + "@example.com";
    private Person administrator;
    private TestApi.Program program;
    private String path;

    @BeforeEach
    void subscription() {
        long account = tree.account(AgreementType.MOSP);
        long subscription = tree.child(account, ScopeKind.SUBSCRIPTION);
        administrator = people.somebody();
        assignments.assign(account, administrator.username(), Role.ACCOUNT_ADMINISTRATOR, people.operator());
        program = api.as(administrator);
        path = "/api/v1/scopes/" + subscription + "/invoice-email";
    }

    @Test
    void aProgramOptsInWithTheTermsAddsAndRemovesRecipients() {
        program.get(path)
                .hasStatusOk()
                .bodyJson()
                .convertTo(InvoiceMailJson.class)
                .satisfies(before -> {
                    assertThat(before.optIn()).isFalse();
                    assertThat(before.offered()).isTrue();
                    assertThat(before.terms()).isNotNull();
                });
        program.put(path, "{\"optIn\": true}").hasStatus(400);
        program.put(path, "{\"optIn\": true, \"acceptedTerms\": false}").hasStatus(400);
        program.put(path, "{\"optIn\": true, \"acceptedTerms\": \"1999\"}").hasStatus(409);
        program.put(path, "{}").hasStatus(400);
        program.post(path + "/recipients", "{\"address\": \"" + address + "\"}").hasStatus(409);
        program.put(path, "{\"optIn\": true, \"acceptedTerms\": true}")
                .hasStatusOk()
                .bodyJson()
                .convertTo(InvoiceMailJson.class)
                .satisfies(now -> assertThat(now.recipients())
                        .singleElement()
                        .satisfies(first -> assertThat(first.address()).isEqualTo(administrator.email())));
        program.post(
                        path + "/recipients",
                        "{\"address\": \"" + address + "\", \"language\": \"nl\", \"content\": \"PDF_AND_CSV\"}")
                .hasStatus(201)
                .bodyJson()
                .convertTo(InvoiceMailJson.RecipientJson.class)
                .satisfies(added -> {
                    assertThat(added.state()).isEqualTo("PENDING");
                    program.delete(path + "/recipients/" + added.id()).hasStatusOk();
                });
        program.get(path).bodyText().doesNotContain(address);
    }

    @Test
    void anAddressCanBeRemovedByNameAndTheCertificateAskedForAgain() {
        program.put(path, "{\"optIn\": true, \"acceptedTerms\": true}").hasStatusOk();
        program.post(path + "/recipients", "{\"email\": \"" + address + "\"}").hasStatus(201);
        program.call(HttpMethod.DELETE, path + "/recipients", "{\"address\": \"" + address + "\"}")
                .hasStatusOk()
                .bodyJson()
                .convertTo(InvoiceMailController.CertificateJson.class)
                .satisfies(certificate -> program.get(path + "/erasures/" + certificate.code())
                        .hasStatusOk()
                        .bodyText()
                        .contains(certificate.seal())
                        .doesNotContain(address));
        program.call(HttpMethod.DELETE, path + "/recipients", "{\"address\": \"" + address + "\"}")
                .hasStatus(404);
    }

    @Test
    void mistakesAreSentences() {
        program.put(path, "{\"optIn\": true, \"acceptedTerms\": true}").hasStatusOk();
        program.post(path + "/recipients", "{\"address\": \"nobody\"}").hasStatus(400);
        program.post(path + "/recipients", "{}").hasStatus(400);
        program.post(path + "/recipients", "{\"address\": \"" + address + "\", \"language\": \"xx\"}")
                .hasStatus(400);
        program.post(path + "/recipients", "{\"address\": \"" + address + "\", \"content\": \"FAX\"}")
                .hasStatus(400);
        program.post(path + "/recipients", "{\"address\": \"" + address + "\", \"endsOn\": \"2001-01-01\"}")
                .hasStatus(400);
        program.delete(path + "/recipients/x").hasStatus(404);
        program.delete(path + "/recipients/0").hasStatus(404);
    }

    @Test
    void forSomebodyElseThereIsNothingHere() {
        TestApi.Program other = api.as(people.somebody());
        other.get(path).hasStatus(404);
        other.put(path, "{\"optIn\": true, \"acceptedTerms\": true}").hasStatus(404);
        other.post(path + "/recipients", "{\"address\": \"" + address + "\"}").hasStatus(404);
        other.get("/api/v1/invoices/F-1/receipts").hasStatus(404);
        other.call(HttpMethod.POST, "/api/v1/mail/address-export", "{\"address\": \"a@example.com\"}")
                .hasStatus(404);
    }

    @Test
    void theOperatorExportsWhatIsStoredAboutAnAddress() {
        program.put(path, "{\"optIn\": true, \"acceptedTerms\": true}").hasStatusOk();
        program.post(path + "/recipients", "{\"address\": \"" + address + "\"}").hasStatus(201);
        api.as(people.operator())
                .post(
                        "/api/v1/mail/address-export",
                        "{\"address\": \"" + address.toUpperCase(java.util.Locale.ROOT) + "\"}")
                .hasStatusOk()
                .bodyText()
                .contains("recipientOf")
                .contains(administrator.username());
    }

    @Test
    void aMailServersReportComesInByTheOperatorsProgramOnly() {
        assertThat(mvc.post()
                        .uri("/api/v1/mail/bounces")
                        .header("Authorization", "Bearer nobody")
                        .contentType("message/rfc822")
                        .content("Subject: x\r\n\r\n"))
                .hasStatus(401);
        String report = "Subject: x\r\n\r\nHello";
        api.as(administrator)
                .send(HttpMethod.POST, "/api/v1/mail/bounces", MediaType.parseMediaType("message/rfc822"), report)
                .hasStatus(404);
        api.as(people.operator())
                .send(HttpMethod.POST, "/api/v1/mail/bounces", MediaType.parseMediaType("message/rfc822"), report)
                .hasStatusOk()
                .bodyText()
                .contains("UNKNOWN");
    }

    @Test
    void aMailProgramUnsubscribesWithOnePostAndNoSession() {
        assertThat(mvc.post()
                        .uri("/mail/unsubscribe/1-abc")
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .content("List-Unsubscribe=One-Click"))
                .hasStatusOk()
                .doesNotContainHeader("Set-Cookie");
        assertThat(mvc.get().uri("/mail/unsubscribe/1-abc")).hasStatus(303).hasHeader("Location", "/mail/stop/1-abc");
    }
}
