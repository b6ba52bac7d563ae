# pymp: python=2
"""The order of sets and dicts in Python 2, after every operation."""
s0=set()
s1=set()
s2=set()
s3=set()
s1.update([-684461491270011999,59,-2,53,19,3.25])
print(list(s1))
for i in range(3):
  if s1: print(s1.pop())
print(list(s1))
s3.discard('')
print(list(s3))
s3=s0-s0
print(list(s3))
s0={3,-773,19,53,26415862321943266,40,3.25}
print(list(s0))
print(list(s0))
s1=s2^s1
print(list(s1))
s0=s1.copy()
s2=s2|s1
print(list(s2))
s2=s3.union(s2,[45,-2,15,-4,-537593014559709186183539631732,5592])
print(list(s2))
for i in range(150): s3.add(i*1)
print(list(s3))
for x in list(s0)[:3]: s0.remove(x)
s2=s1.union(s3,['',12])
print(list(s2))
s0=s2-s2
s0.add(0.5)
s1&=s1
print(list(s1))
s0^=s1
s1.discard(12833)
s3={-520596234692142141048215246135,9,-5,510816916116750661}
print(list(s3))
for i in range(1):
  if s3: print(s3.pop())
print(list(s3))
s3=s1&s0
s0=s2.copy()
s0=set(frozenset(s3))
print(list(s2))
s2=set([44,1e-05,(558793009911821416,9868),4418,59,10000000000.0,58,798703305748367147,30,'yc',47,26,(-425603824993732983268743792264,-458893448178966305884244101546),8,-551989173801273998234654600631,-847846189562254306017647350065,-476279198538468699062083933776,852])
print(list(s2))
s3.update([3,-1,1.5,1e+300,'',845746410410556275541986330556,36,9,False,15,44,3,23,17,20,1,17,-261057799804857545916781301071,1e-05])
print(list(s3))
s0=s1.copy()
print(list(s0))
s3.update([52,18111,50,10191,14044,1e-05,29,13593,10000000000.0,59,14772,22,10801,127000714798356286,2071,-1,42,7702,-2,2693,0.5,18,11,-18801897136521113])
print(list(s3))
s0.difference_update(['ac',13619,-1.0,39,(-135505476123000667,-911037772583629144),636967054454420711,19322,-1,(13846,17),29,-228204054442618016285641858573])
print(list(s0))
s2=s3&s2
print(list(s2))
s3^=s3
s3={53,44,17,-838810334666801990644489972532,19799,-660256322036153186}
s2.add(22)
print(list(s2))
s0=set(frozenset(s0))
print(list(s0))
s2.add(-773831388951940815826838493490)
print(list(s2))
s0^=s0
for i in range(1):
  if s3: print(s3.pop())
print(list(s3))
s2=s3|s0
print(list(s2))
for i in range(197): s1.add(i*32)
print(list(s1))
s1|=s1
for i in range(2):
  if s2: print(s2.pop())
s3=set([-643921441538201160111509308820,-449175068617052940,698,59,516175952925725673025953716375,7,38])
s1&=s1
s1={51,13,17458,-3,False,34,44}
s3^=s3
print(list(s3))
s1=s0.union(s0,[8449,56,1.5,1735,51,-2,4,39,35])
s0={2,14654,12705,19906,10,18135,3611}
s2-=s3
print(list(s2))
s2=s1^s2
print(list(s2))
s3=s2.copy()
print(list(s3))
s3=s3.union(s2,[3,18622,1.5])
print(list(s3))
s0.update(s0)
s2-=s1
print(list(s2))
s3=s0&s2
print(list(s3))
s3-=s0
s2.discard(57)
print(list(s2))
s3.add(44)
print(list(s3))
s2|=s3
print(list(s2))
s3=set(frozenset(s1))
print(list(s3))
s3.difference_update([2.0,-5,-55590474908972018792494837879,16,16416,-229559109991545355254688211934,43,True,True,15,14200,44,31,(58,56),-898371375828259866,True,41])
s3=s0.union(s2,[17,15869,1,-277,-264579934954984051])
print(list(s3))
for i in range(61): s2.add(i*3)
print(list(s2))
s2.add(9)
s2=s1.copy()
s2=set(range(8,83,6))
s2=s1.union(s0,[217124428162461690,32,7859,-1.0])
print(list(s2))
s0=s1|s2
print(list(s0))
s2=s2.union(s2,[51,'byzzy'])
print(list(s2))
s0=s2&s0
print(list(s0))
s0.add(11165)
s1.update([-352,1e+300,18678,43,4726,32,49,7,1e-05,58,17729,15429,-1.0,60749838295101149311258644584,28,14414,33,45,13787,57,16814,False,(2.0,887016349288676483),43,5490])
print(list(s1))
s0=s1&s2
print(list(s0))
s3.discard(14782)
print(list(s3))
s0.clear()
print(list(s0))
print(list(s2))
s3-=s0
print(list(s3))
for x in list(s2)[:1]: s2.remove(x)
print(list(s2))
s3={x for x in s2 if x!=3}
print(list(s3))
for i in range(57): s2.add(i*8)
print(list(s2))
s3=s0&s3
print(list(s3))
s2.add(49)
s0={x for x in s1 if x!=3}
print(list(s0))
s0.update(s3)
s3={x for x in s0 if x!=3}
print(list(s3))
s0=s2|s0
print(list(s0))
s2=s3.copy()
print(list(s2))
s1.add(3.25)
s2.update([-36147152603643129,9439,242217374018185398582648451903,10862,36,31,-5,-391062525754444570,1,-761560272467553464314040145596,5061,12640,6,35,14,-0.75,28,18,(-707142757197540852110789143471,23),16047,13,-713645669065589494312859586027])
print(list(s2))
s2.update(s3)
s1&=s3
s3.difference_update([])
s3=s0^s1
s0.discard(31)
s1.add(0)
print(list(s1))
s1=set(frozenset(s3))
for i in range(3):
  if s1: print(s1.pop())
print(list(s1))
s2.add(15)
print(list(s2))
s1=s0&s2
print(list(s1))
s3.difference_update([14,16399,1e+300,30,16544,(1e-05,-627003115013232510),917952156400103917278626424559,'',29,4870,11739,(39,11334),46,33,24,(28,10),54,219293730021842893,22])
print(list(s3))
s1=s1|s2
for i in range(2):
  if s1: print(s1.pop())
s0.add(18)
s3.update([38,56,15,348675394339661462,18356,False,46,(8507,False),10,-760672595198818252,18])
print(list(s3))
s1={'zyaxb',-4,1710}
print(list(s1))
s1=s3|s2
print(list(s1))
for i in range(141): s3.add(i*32)
print(list(s3))
s3.add(-0.75)
print(list(s3))
for i in range(1):
  if s1: print(s1.pop())
s1=s1&s0
print(list(s1))
s2={x for x in s0 if x!=3}
print(list(s2))
s2=s0.copy()
s1=s2.copy()
s3.update(s0)
print(list(s3))
s2=set([158,29,(790195503504340036,3243)])
print(list(s2))
s0={x for x in s0 if x!=3}
s3={x for x in s1 if x!=3}
print(list(s3))
s2=s1&s0
print(list(s2))
s3.discard(-421740581146089072)
s1=s1.union(s3,[])
print(list(s1))
for i in range(188): s1.add(i*1)
print(list(s1))
s0^=s3
print(list(s0))
print(list(s3))
for x in list(s3)[:29]: s3.remove(x)
print(list(s3))
s0=set(range(4,148,3))
s2=s2.copy()
s1&=s1
for x in list(s2)[:5]: s2.remove(x)
s3|=s0
s0=s1.copy()
print(list(s0))
s1=set(range(3,140,1))
print(list(s1))
s0=s2|s3
print(list(s0))
s2.add(33)
print(list(s2))
s2=s1.union(s2,[(34,900633285246492293)])
s0.update(s0)
print(list(s0))
s1-=s1
print(list(s1))
s0.difference_update([-576,10])
s0={(23,1334),23,18}
s2=set(range(6,217,3))
print(list(s2))
s1=s1.copy()
s0.add(16282)
print(list(s0))
s2|=s2
print(list(s2))
s2.add(-590905038269298531626740750510)
print(list(s2))
for i in range(1):
  if s0: print(s0.pop())
print(list(s0))
for i in range(2):
  if s3: print(s3.pop())
print(list(s3))
s0={x for x in s2 if x!=3}
s3=s0|s2
s1=set(range(7,30,5))
s1^=s3
for i in range(4): s0.add(i*32)
s3=set([17675,(219930177056952762,40),21,13,51,4,18,45,12,315168971273731459,8720,-3,54,17,-444552490664793613961690493200,39,32,False,42,49,25,-5,45,793093656668913016,True,-0.75,-208953030946747257,20,-1975,36,-806681570805415797,7,11594,'',35,15,23,422614066844909053245374222426,56])
print(list(s3))
s2=s0.union(s0,[-248743418944365449,(-814189077430268449,492434716987213648),944873262623225286,-48955985703346543,58])
print(list(s2))
s3={x for x in s1 if x!=3}
print(list(s3))
s2=set([23,57,('yyyyy',4484),5927,1e-05,24,52,3290,58,14560,25,33,23,36,6803,32,10000000000.0,100,21,3.25,16360,48,-5,9,29,10,82674472810084752,-3,18,4,'aacz',-440644646736677823823841807086,449144266147397515446617495057,57,-676442370839181237,51,True])
print(list(s2))
s3.update([14,46,59,((47,0),10081),59,7081,57,-3,10000000000.0,0.5,(-5,17003),14351,43,-106187348563707196,2075,9652,31,-5,9116,2565,35216031179433411,3.25])
print(list(s3))
s1&=s2
s0.update(s0)
print(list(s0))
s1=set(frozenset(s0))
print(list(s1))
s1=s2|s2
print(list(s1))
s0.update([-964680751944055041,-3,53,42,43,0,30,9,28,57,0.5,3.25,33,-3,21,-5,3,16955,36,38,20,0.5,-1062,9,6793,57,-229550740975894580488875957004])
print(list(s0))
print(list(s0))
print(list(s1))
print(list(s2))
print(list(s3))
d0={}
d1={}
d2={}
d1.clear()
print(list(d1.items()))
d2={10000000000.0:1,30:2,'':3,'yx':4,10:5,3:6,('x','e'):7,9:8}
d1.pop('efadax',None)
print(list(d1.items()))
d1.update(d1)
print(list(d1.items()))
for k in list(d1)[4:0]: del d1[k]
print(list(d1.items()))
d2=dict([(0,9),(-4,10),(('dxbxdb_c',33),11),('',12),(30,13)])
d0.pop('',None)
print(list(d0.items()))
d2=d1.copy()
for i in range(55): d2[i*3]=i
print(list(d2.items()))
d2={k:v for k,v in d1.items()}
print(list(d2.items()))
d0[-242041378925622556]=14
print(list(d0.items()))
d0=dict(d0)
print(list(d0.items()))
for i in range(0):
  if d0: print(d0.popitem())
d0=dict.fromkeys([30,'_ce__y',-888259713090576112,3,35,'da',25,10000000000.0,(30,2.0)],0)
print(list(d0.items()))
d2.setdefault(((('_',(-482817369590148005,'b')),'aya_afd'),'f__'),15)
print(list(d2.items()))
for i in range(39): d0[i*1]=i
for i in range(5): d1[i*1]=i
print(list(d1.items()))
for i in range(1): d0[i*3]=i
d2=dict()
for i in range(50): d0[i*3]=i
print(list(d0.items()))
d1.update(d2)
for k in list(d1)[2:21]: del d1[k]
print(list(d1.items()))
d0=d0.copy()
print(list(d0.items()))
for i in range(23): d0[i*1]=i
d1=dict([('d',16),(28,17),('',18),(10000000000.0,19),(1,20)])
d1.pop(2.0,None)
d0['ea']=21
d1['bafy']=22
print(list(d1.items()))
d2=dict(c3=26,g2=25,i4=27,m0=23,n1=24)
print(list(d2.items()))
d1={k:v for k,v in d2.items()}
print(list(d1.items()))
d0=dict.fromkeys([15,4,-778525387017880955,('xx_zcz','edfx_'),34,'_c',38,'yzxb',4],0)
print(list(d0.items()))
d2.update([(38,28),(-882764101956128760,29),(('','bycfdzcx'),30),(7,31),('azafyf',32)])
print(list(d2.items()))
d1.setdefault('zbc',33)
d0.pop('zczazfd',None)
d0['fec']=34
print(list(d0.items()))
for i in range(25): d1[i*1]=i
print(list(d1.items()))
d2={'z_x':35,'cxaxcexy':36}
for k in list(d2)[4:15]: del d2[k]
d2={k:v for k,v in d0.items()}
print(list(d2.items()))
d0[2]=37
print(list(d0.items()))
d1[35]=38
print(list(d1.items()))
d2[8]=39
print(list(d2.items()))
d0.pop('ffzbbxx',None)
d0.update(d0)
d1=dict([(189032402139297038,40),('',41),(29,42),(-330035608675201330,43),(29,44),(0.5,45),(17,46),('xef',47),(0.5,48),('zcbbfx',49)])
print(list(d1.items()))
for i in range(24): d1[i*3]=i
d2.update([(13,50),('b__ady_b',51),(593030403787707113,52),('bz',53),((717752468418900800,1.5),54),(25,55),(25,56),('fzya_zyb',57),(16,58)])
print(list(d2.items()))
d1.update(d0)
d1.setdefault(('aey_b_ez',-5),59)
d1={k:v for k,v in d2.items()}
d1.update([('ffybf',60),('b_ee',61)])
d2=dict(j0=62)
print(list(d2.items()))
d1=dict.fromkeys([7,'y_z',37,10,0.5,4,'a_','yy',1],0)
print(list(d1.items()))
d2.update(d1)
print(list(d2.items()))
for i in range(6): d0[i*1]=i
print(list(d0.items()))
d2['_fcf']=63
print(list(d2.items()))
d0.update([('a',64),(4,65),('',66),('_b',67),('cxe_yb',68),(2.0,69)])
print(list(d0.items()))
d2.update(d0)
print(list(d2.items()))
print(list(d1.items()))
for i in range(0):
  if d2: print(d2.popitem())
print(list(d2.items()))
d1.update([('edcfa',70),('d',71),(20,72),('aadeezb',73),(1.5,74),('dbbbdfay',75),('_e',76),('z',77)])
d2.update(d1)
print(list(d2.items()))
for i in range(54): d1[i*1]=i
d2.pop('ca_',None)
print(list(d2.items()))
print(list(d0.items()))
d0={k:v for k,v in d2.items()}
d1={k:v for k,v in d2.items()}
d0=dict(b1=79,g3=81,o0=78,p2=80)
print(list(d0.items()))
for k in list(d0)[3:11]: del d0[k]
for k in list(d1)[0:4]: del d1[k]
print(list(d1.items()))
d1.pop((27,21),None)
print(list(d1.items()))
for i in range(3):
  if d1: print(d1.popitem())
d2.clear()
print(list(d2.items()))
d0={'y':82,'f_afcy':83,-2:84,'daexadx':85,-2:86,'x':87,'efdaycxc':88,18:89,2.0:90,30:91,'fyafdd':92}
print(list(d0.items()))
d1=dict.fromkeys(d1,0)
print(list(d1.items()))
d2['fybxdcz']=93
d1[('','a_abfbfa')]=94
print(list(d1.items()))
d2[-498313486973603002]=95
d1[5]=96
print(list(d1.items()))
d1['yfxbaeba']=97
d0={'xba':98,'x':99,'b':100,'bd':101,'afb':102,32:103,'zfe':104,-35864717066138510:105}
for i in range(22): d1[i*1]=i
print(list(d1.items()))
for i in range(1):
  if d1: print(d1.popitem())
print(list(d1.items()))
print(list(d1.items()))
d2.pop(1.5,None)
d0[10000000000.0]=106
for k in list(d0)[0:24]: del d0[k]
print(list(d0.items()))
d1['f_cb']=107
for i in range(31): d2[i*8]=i
d2.update(d2)
d1=dict([('abccay',108),('ce',109)])
d2.setdefault(4,110)
d1.setdefault('zaa',111)
d2=dict([('',112),(38,113),('_b',114),(36,115),(2.0,116)])
print(list(d2.items()))
for i in range(45): d0[i*3]=i
print(list(d0.items()))
d1={'yfxfz_z':117,'zzd_fe':118,21:119,'ye':120,20:121,'fae_b':122,36:123,(0.5,10000000000.0):124,1.5:125,10:126}
d2={k:v for k,v in d2.items()}
print(list(d2.items()))
d1=d2.copy()
print(list(d1.items()))
d2.setdefault(3.25,127)
print(list(d2.items()))
d1=dict.fromkeys([30,((11,''),''),'ffbbxcax','f','addxxb','xezbdx_d',155355134886227941,'xbbd','zxx_ac'],0)
print(list(d1.items()))
d1={k:v for k,v in d1.items()}
d1['']=128
print(list(d1.items()))
for i in range(2): d0[i*3]=i
print(list(d0.items()))
d1=d1.copy()
for i in range(1):
  if d2: print(d2.popitem())
print(list(d2.items()))
d2['']=129
print(list(d2.items()))
d1.update([(-389908125728782878,130),(-2,131),('z',132),('da_y',133),(6,134),('yyzzx',135),(2,136),(25,137),(926599113774745261,138),(-797250329852470288,139)])
d2=dict(c3=143,d0=140,d2=142,h1=141,i6=146,m5=145,n4=144)
print(list(d2.items()))
d1=d0.copy()
print(list(d1.items()))
d2={'eyzxzcx':147,32:148,'dy':149,-505632092891140456:150,18:151,18:152,'':153,'_c':154,-1.0:155,14:156,'byxyxxfd':157}
d2=dict.fromkeys(set([3.25,-811813367908763792,24,'c_','',19,35,16,183959760925302174]),0)
d0={4:158,-3:159,-808675476539473132:160,'d':161,1:162,9:163,-757360791386848866:164,'zafy':165,-794639733156205817:166,'f_fyd':167,'beaexyb':168}
print(list(d2.items()))
d2.setdefault('yfb',169)
print(list(d0.items()))
d2.pop(20,None)
d1=dict(b0=170,c4=174,c7=177,d1=171,f5=175,g2=172,h3=173,j6=176)
print(list(d1.items()))
for i in range(2):
  if d2: print(d2.popitem())
print(list(d2.items()))
d0.setdefault(483283897084033799,178)
d2=d0.copy()
d0=dict([(-1.0,179),(-217119327762510438,180)])
print(list(d0.items()))
d0['b']=181
d1.update(d2)
d0['xzecd']=182
d2=dict(b5=188,h3=186,i1=184,k0=183,l2=185,m4=187,m6=189)
print(list(d2.items()))
d1.clear()
print(list(d1.items()))
for i in range(0):
  if d1: print(d1.popitem())
print(list(d1.items()))
d1=dict(d0)
print(list(d1.items()))
for i in range(47): d1[i*1]=i
d0.update([('e_fyz',190),('',191),('',192),(478938208039900811,193),('_ydxzyx',194)])
print(list(d0.items()))
d2={'xy':195,'_aacdede':196,'xx':197,10000000000.0:198,5:199,'dx':200,'':201,(9,1.5):202,'cybxc_fy':203}
print(list(d2.items()))
d1=dict()
d2={'de':204}
d2=dict.fromkeys(set(['ddafe_fb','xxxeyd','czczc','c_dyfy','fzcffff_',7,('axyfbad',37),'_y','x']),0)
print(list(d2.items()))
d1[-1.0]=205
print(list(d1.items()))
for k in list(d0)[4:10]: del d0[k]
d2={k:v for k,v in d2.items()}

print hash(-1L), hash((-1L, 1)), hash((-1, 1)), hash((27L, 1)), hash((2 ** 70, 1)), hash(((1,), 2L))
print {('\x00\x7f', 1): 1, (-1L, 1): 2, (27, 1): 3}
