package peers.spring.model;

import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.rest.core.annotation.RestResource;

public interface Users extends JpaRepository<User, Integer> {

  /** A slice: unlike a page it does not count all rows. */
  @RestResource(path = "page", rel = "page")
  Slice<User> findAllByOrderById(Pageable page);
}
