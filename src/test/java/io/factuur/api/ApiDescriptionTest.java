package io.factuur.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.factuur.IntegrationTest;
import io.factuur.TestApi;
import io.factuur.TestPeople;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@IntegrationTest
class ApiDescriptionTest {

    private static final String ADDRESS = "/api/v1/openapi.json";

    @Autowired
    TestApi api;

    @Autowired
    TestPeople people;

    @Autowired
    MockMvcTester mvc;

    @Test
    void theApiDescribesItselfToWhoeverMayUseIt() {
        api.as(people.somebody())
                .get(ADDRESS)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.paths")
                .asMap()
                .containsKey("/api/v1/scopes");
    }

    /** In the answer they are text that was written before. */
    @Test
    void theInvoicesOfAListAreDescribedAsWhatTheyAre() {
        var description = api.as(people.somebody()).get(ADDRESS).hasStatusOk().bodyJson();
        description
                .extractingPath("$.paths['/api/v1/invoices'].get.responses['200'].content['*/*'].schema['$ref']")
                .isEqualTo("#/components/schemas/PageInvoiceJson");
        description
                .extractingPath("$.components.schemas.PageInvoiceJson.properties.items.items['$ref']")
                .isEqualTo("#/components/schemas/InvoiceJson");
        description
                .extractingPath("$.components.schemas.InvoiceJson.properties")
                .asMap()
                .containsKeys("number", "total", "amountDue");
    }

    @Test
    void aCallThatDoesNotExistIsAnsweredAsOne() {
        api.as(people.somebody())
                .get("/api/v1/usages")
                .hasStatus(404)
                .bodyJson()
                .extractingPath("$.detail")
                .isEqualTo("There is nothing here, or it is not yours to see.");
    }

    @Test
    void andToNobodyElse() {
        assertThat(mvc.get().uri(ADDRESS)).hasStatus(401);
    }
}
