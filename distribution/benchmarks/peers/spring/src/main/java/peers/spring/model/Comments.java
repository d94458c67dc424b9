package peers.spring.model;

import org.springframework.data.jpa.repository.JpaRepository;

public interface Comments extends JpaRepository<Comment, Integer> {}
