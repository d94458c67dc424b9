package peers.spring.controller;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import peers.spring.controller.Answers.CommentRow;
import peers.spring.controller.Answers.NewComment;
import peers.spring.controller.Answers.NewOrder;
import peers.spring.controller.Answers.One;
import peers.spring.controller.Answers.Pagination;
import peers.spring.controller.Answers.PlacedOrder;
import peers.spring.controller.Answers.PostChange;
import peers.spring.controller.Answers.PostRow;
import peers.spring.controller.Answers.Rows;
import peers.spring.controller.Answers.UserRow;
import peers.spring.controller.Answers.UserWithPosts;
import peers.spring.model.Posts.PostsOfAuthor;

@RestController
@RequestMapping("/api")
class ForumController {

  private final Forum forum;

  ForumController(Forum forum) {
    this.forum = forum;
  }

  @GetMapping("/users/{id}")
  ResponseEntity<One<UserRow>> user(@PathVariable int id) {
    return ResponseEntity.of(forum.user(id).map(One::new));
  }

  @GetMapping("/users")
  Rows<UserRow> users(
      @RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "20") int limit) {
    return rows(forum.users(page, limit), page, limit);
  }

  @GetMapping(path = "/users", params = "include=posts.comments")
  Rows<UserWithPosts> usersWithPosts(
      @RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "20") int limit) {
    return rows(forum.usersWithPosts(page, limit), page, limit);
  }

  @GetMapping("/posts/count-by-author")
  Rows<PostsOfAuthor> postsByAuthor(
      @RequestParam(name = "min_views", defaultValue = "0") int minViews,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "20") int limit) {
    return rows(forum.postsByAuthor(minViews, page, limit), page, limit);
  }

  @PostMapping("/comments")
  @ResponseStatus(HttpStatus.CREATED)
  One<CommentRow> add(@RequestBody NewComment comment) {
    return new One<>(forum.add(comment));
  }

  @PatchMapping("/posts/{id}")
  ResponseEntity<One<PostRow>> change(@PathVariable int id, @RequestBody PostChange change) {
    return ResponseEntity.of(forum.change(id, change).map(One::new));
  }

  @PostMapping("/orders")
  @ResponseStatus(HttpStatus.CREATED)
  One<PlacedOrder> place(@RequestBody NewOrder order) {
    return new One<>(forum.place(order));
  }

  private static <T> Rows<T> rows(List<T> data, int page, int limit) {
    return new Rows<>(data, new Pagination(page, limit));
  }
}
