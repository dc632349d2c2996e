package io.factuur.demo;

import java.math.BigDecimal;

/** What is sold: a service, its SKU and its price. */
enum DemoService {
    MACHINES(
            "Compute",
            "Virtual Machines",
            "D4s v5",
            "1 Hour",
            "0.192",
            "Microsoft",
            "Microsoft.Compute/virtualMachines"),
    KUBERNETES(
            "Compute",
            "Azure Kubernetes Service",
            "Standard Uptime SLA",
            "1 Hour",
            "0.10",
            "Microsoft",
            "Microsoft.ContainerService/managedClusters"),
    STORAGE(
            "Storage",
            "Storage Accounts",
            "Hot LRS Data Stored",
            "1 GB/Month",
            "0.000612903225806452",
            "Microsoft",
            "Microsoft.Storage/storageAccounts"),
    SQL("Databases", "SQL Database", "General Purpose vCore", "1 Hour", "0.2523", "Microsoft", "Microsoft.Sql/servers"),
    BANDWIDTH(
            "Networking",
            "Bandwidth",
            "Standard Data Transfer Out",
            "1 GB",
            "0.0866",
            "Microsoft",
            "Microsoft.Network/publicIPAddresses"),
    VAULT("Security", "Key Vault", "Operations", "10K", "0.0297", "Microsoft", "Microsoft.KeyVault/vaults"),
    MONITOR(
            "Management and Governance",
            "Azure Monitor",
            "Analytics Logs Data Ingestion",
            "1 GB",
            "2.5208",
            "Microsoft",
            "Microsoft.OperationalInsights/workspaces"),
    BACKUP_TOOL(
            "Storage",
            "Meerkat Backup",
            "Protected instance",
            "1 Day",
            "0.4516129032258",
            "Meerkat Software Ltd.",
            "Microsoft.SaaS/resources"),
    SUPPORT_PLAN(
            "Other", "Support", "Developer", "1 Day", "0.8032258064516", "Microsoft", "Microsoft.Support/supportPlans");

    final String category;
    final String title;
    final String sku;
    final String unit;
    final BigDecimal price;
    final String publisher;
    final String resourceType;

    DemoService(
            String category,
            String title,
            String sku,
            String unit,
            String price,
            String publisher,
            String resourceType) {
        this.category = category;
        this.title = title;
        this.sku = sku;
        this.unit = unit;
        this.price = new BigDecimal(price);
        this.publisher = publisher;
        this.resourceType = resourceType;
    }
}
