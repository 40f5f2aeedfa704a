using Drape.Inference;
using Drape.Server.Demo;
using Drape.Store.Looks;

namespace Drape.Server.Tests.Demo;

public sealed class DemoLooksTests : IDisposable
{
    readonly ModelCatalog _catalog = ModelCatalog.Open();

    public void Dispose() => _catalog.Dispose();

    [Fact]
    public void Each_is_read_as_an_outfit_of_one_person_and_together_they_have_many_styles()
    {
        var analyzer = new PhotoAnalyzer(_catalog, ThreadPolicy.ManyPhotos);
        var styles = new HashSet<string>();

        foreach (var (person, look) in Looks())
        {
            var reading = analyzer.Analyze(look.Photo(person.Figure), look.Text);

            Assert.NotNull(reading.Style);
            Assert.NotEmpty(reading.Garments);
            Assert.All(reading.Garments, garment => Assert.Equal(0, garment.Person));
            styles.Add(reading.Style.Top[0].Style);
        }

        Assert.True(styles.Count >= 7, $"The looks have only the styles {string.Join(", ", styles)}.");
    }

    [Fact]
    public void Whoever_follows_likes_keeps_or_says_something_is_there_and_somebody_else()
    {
        string[] names = [.. DemoPerson.All.Select(person => person.Name)];
        Assert.All(DemoPerson.All, person => Assert.All(person.Follows, name => Assert.Contains(name, names.Except([person.Name]))));
        Assert.All(Looks(), posted => Assert.All(posted.Look.LikedBy.Concat(posted.Look.KeptBy),
            name => Assert.Contains(name, names.Except([posted.Person.Name]))));
        Assert.All(Looks(), posted => Assert.All(posted.Look.Comments, comment => Assert.Contains(comment.By, names)));
    }

    [Fact]
    public void A_look_is_known_by_its_text_and_everybody_has_one_of_this_week() => Assert.All(DemoPerson.All, person =>
    {
        Assert.InRange(person.Looks.Count, 2, 4);
        Assert.Distinct(person.Looks.Select(look => look.Text));
        Assert.All(person.Looks, look => Assert.Equal(look.Text, new LookDetails { Text = look.Text }.Text));
        Assert.Contains(person.Looks, look => look.DaysAgo is >= 0 and < 7);
    });

    static IEnumerable<(DemoPerson Person, DemoLook Look)> Looks() =>
        DemoPerson.All.SelectMany(person => person.Looks.Select(look => (person, look)));
}
