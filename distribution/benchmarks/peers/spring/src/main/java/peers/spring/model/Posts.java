package peers.spring.model;

import java.util.List;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.rest.core.annotation.RestResource;

public interface Posts extends JpaRepository<Post, Integer> {

  record PostsOfAuthor(Integer authorId, long n) {}

  @RestResource(exported = false)
  @Query(
      "select new peers.spring.model.Posts$PostsOfAuthor(p.authorId, count(p)) from Post p"
          + " where p.views >= :minViews group by p.authorId order by p.authorId")
  List<PostsOfAuthor> countByAuthor(int minViews, Pageable page);
}
