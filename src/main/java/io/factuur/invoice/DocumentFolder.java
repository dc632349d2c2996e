package io.factuur.invoice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Documents in {@code factuur.data-dir/documents}: written beside their place and moved there in one step. */
@Component
class DocumentFolder implements DocumentStore {

    private final Path root;

    DocumentFolder(@Value("${factuur.data-dir}") Path data) {
        this.root = data.toAbsolutePath().normalize().resolve("documents");
    }

    @Override
    public void keep(String path, byte[] content) throws IOException {
        Path target = file(path);
        Files.createDirectories(target.getParent());
        Path fresh = Files.createTempFile(target.getParent(), "new", ".part");
        Files.write(fresh, content);
        Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public Path file(String path) {
        return root.resolve(path);
    }
}
